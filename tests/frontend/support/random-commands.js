/** Commands by chance: what a restless author might do to any drawing. */

import { clip, renew } from '../../../frontend/static/js/model/clipping.js';
import * as access from '../../../frontend/static/js/model/commands/access.js';
import * as add from '../../../frontend/static/js/model/commands/add.js';
import * as arrange from '../../../frontend/static/js/model/commands/arrange.js';
import * as connections from '../../../frontend/static/js/model/commands/connections.js';
import * as move from '../../../frontend/static/js/model/commands/move.js';
import { reorderItems } from '../../../frontend/static/js/model/commands/order.js';
import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import * as settings from '../../../frontend/static/js/model/commands/settings.js';
import * as update from '../../../frontend/static/js/model/commands/update.js';
import * as zones from '../../../frontend/static/js/model/commands/zones.js';
import * as make from '../../../frontend/static/js/model/diagram.js';
import { DEVICE_KINDS } from '../../../frontend/static/js/model/kinds.js';
import { mayConnect } from '../../../frontend/static/js/model/rules.js';
import { createIds } from '../../../frontend/static/js/util/ids.js';
import { pick } from '../../../frontend/static/js/util/random.js';
import { classroom } from './labs.js';

/** @typedef {import('../../../frontend/static/js/model/changes.js').Command} Command */
/** @typedef {import('../../../frontend/static/js/model/diagram-model.js').DiagramModel} DiagramModel */

/** @type {Command} */
const NOTHING = { label: 'Nothing', changes: [] };

/**
 * Return a function that gives a command for *model* as it is, chosen by *random*.
 * @param {DiagramModel} model
 * @param {() => number} random
 * @returns {() => Command}
 */
export function randomCommands(model, random) {
  const newId = createIds(random);
  const int = (/** @type {number} */ limit) => Math.floor(random() * limit);
  const point = () => ({ x: int(1600) - 400, y: int(1200) - 300 });
  const one = (/** @type {ReadonlyMap<string, unknown>} */ items) => [...items.keys()][int(items.size)] ?? 'nothing';
  const some = (/** @type {ReadonlyMap<string, unknown>} */ items) => [...items.keys()].filter(() => random() < 3 / (items.size + 1));
  const placed = () => [...some(model.nodes), ...some(model.zones)];
  const ofType = (/** @type {string} */ type) => {
    return new Map([...model.nodes].filter(([, node]) => node.type === type));
  };

  /** @type {(() => Command)[]} */
  const makers = [
    () => add.addNode(model, make.createDevice({ id: newId('n'), label: `R${int(30)}`, kind: pick(random, DEVICE_KINDS), ...point() })),
    () => add.addNode(model, make.createUsers({ id: newId('n'), label: `user${int(9)}`, count: 1 + int(9), ...point() })),
    () => add.addNode(model, make.createNetwork({ id: newId('n'), label: 'LAN1', ...point() })),
    () => add.addNode(model, make.createNote({ id: newId('n'), label: 'Note', ...point() })),
    () => zones.drawZone(model, make.createZone({ id: newId('z'), label: 'Zone', ...point(), width: 80 + int(600), height: 80 + int(500) })),
    () => {
      const [a, b] = [one(model.nodes), one(model.nodes)];
      return mayConnect(model, a, b) === true ? add.connect(model, make.createLink(newId('l'), a, b)) : NOTHING;
    },
    () => access.giveAccess(model, newId, one(ofType('users')), [one(model.nodes), one(model.zones)]),
    () => access.withdrawAccess(model, one(ofType('users')), some(model.nodes)),
    () => access.giveAccessToAll(model, one(ofType('users'))),
    () => access.setReached(model, newId, one(ofType('users')), one(ofType('device')), random() < 0.5) ?? NOTHING,
    () => removeItems(model, [...placed(), ...some(model.links), ...some(model.access)]),
    () => move.moveItems(model, placed(), { x: int(400) - 200, y: int(400) - 200 }),
    () => update.updateItems(model, placed(), { label: `Name ${int(100)}` }),
    () => update.updateItems(model, placed(), { count: 1 + int(20) }),
    () => update.lockItems(model, some(model.nodes), random() < 0.3),
    () => (model.links.size > 0 ? update.nameInterface(model, one(model.links), 'source', `eth${int(9)}`) : NOTHING),
    () => {
      const devices = ofType('device');
      return devices.size > 0 ? connections.addConnection(model, one(devices), { host: `10.0.0.${int(255)}` }) : NOTHING;
    },
    () => (model.zones.size > 0 ? zones.resizeZone(model, one(model.zones), { ...point(), width: 50 + int(700), height: 50 + int(700) }) : NOTHING),
    () => zones.setZone(model, placed(), random() < 0.3 || model.zones.size === 0 ? null : one(model.zones)),
    () => (model.zones.size > 0 ? zones.setPod(model, one(model.zones), ofType('users').size > 0 ? one(ofType('users')) : null) : NOTHING),
    () => zones.groupIntoZone(model, newId('z'), placed(), 'Group'),
    () => zones.ungroup(model, some(model.zones)),
    () => reorderItems(model, placed(), pick(random, /** @type {const} */ (['front', 'forward', 'backward', 'back']))),
    () => arrange.alignItems(model, placed(), pick(random, /** @type {const} */ (['left', 'center', 'right', 'top', 'middle', 'bottom']))),
    () => arrange.distributeItems(model, placed(), pick(random, /** @type {const} */ (['x', 'y']))),
    () => settings.setTitle(model, `Lab ${int(10)}`, random() < 0.5 ? { mergeKey: 'title' } : {}),
    () => settings.updateSettings(model, { hashing: pick(random, /** @type {const} */ (['plain', 'sha256', 'md5'])) }),
    () => add.addItems(model, renew(model, clip(model, placed().slice(0, 6)), newId, { x: 40, y: 40 }), 'Paste'),
    () => (random() < 0.05 ? settings.replaceDiagram(model, classroom(), 'Open the classroom') : NOTHING),
  ];
  return () => (model.nodes.size > 120 ? removeItems(model, [...model.nodes.keys()].filter(() => random() < 0.5)) : pick(random, makers)());
}
