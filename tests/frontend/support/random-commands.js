/** Commands by chance: what a restless author might do to any drawing. */

import { clip, renew } from '../../../frontend/static/js/model/copying/clipping.js';
import * as access from '../../../frontend/static/js/model/commands/access.js';
import * as add from '../../../frontend/static/js/model/commands/add.js';
import * as arrange from '../../../frontend/static/js/model/commands/positions/align.js';
import * as cableStyle from '../../../frontend/static/js/model/commands/cable-style.js';
import * as cabling from '../../../frontend/static/js/model/commands/cabling.js';
import * as geometry from '../../../frontend/static/js/model/commands/positions/geometry.js';
import * as connections from '../../../frontend/static/js/model/commands/connections.js';
import * as copies from '../../../frontend/static/js/model/commands/copies.js';
import { setDefault } from '../../../frontend/static/js/model/commands/defaults.js';
import * as style from '../../../frontend/static/js/model/commands/style.js';
import * as layers from '../../../frontend/static/js/model/commands/layers.js';
import * as move from '../../../frontend/static/js/model/commands/positions/move.js';
import { reorderItems } from '../../../frontend/static/js/model/commands/positions/order.js';
import { rotatePerson } from '../../../frontend/static/js/model/commands/people.js';
import * as pictures from '../../../frontend/static/js/model/commands/pictures.js';
import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { setScenery } from '../../../frontend/static/js/model/commands/scenery.js';
import * as settings from '../../../frontend/static/js/model/commands/settings.js';
import { applyArrangement } from '../../../frontend/static/js/model/commands/positions/tidy.js';
import * as update from '../../../frontend/static/js/model/commands/update.js';
import * as zones from '../../../frontend/static/js/model/commands/zones.js';
import * as make from '../../../frontend/static/js/model/diagram.js';
import { isPicture } from '../../../frontend/static/js/model/items.js';
import { DEVICE_KINDS, SHAPE_KINDS } from '../../../frontend/static/js/model/kinds.js';
import { COLOR_NAMES } from '../../../frontend/static/js/model/style-values.js';
import { mayConnect } from '../../../frontend/static/js/model/rules.js';
import { createIds } from '../../../frontend/static/js/util/ids.js';
import { pick } from './random.js';
import { classroom } from './labs.js';

/** @typedef {import('../../../frontend/static/js/model/changes.js').Command} Command */
/** @typedef {import('../../../frontend/static/js/model/diagram-model.js').DiagramModel} DiagramModel */

/** @type {Command} */
const NOTHING = { label: 'Nothing', changes: [] };

/**
 * Return a function that gives a command for *model* as it is, chosen by *random*.
 * @param {DiagramModel} model
 * @param {() => number} random
 * @param {Set<string>} [effective] Is told the name of each factory whose command changes something.
 * @returns {() => Command}
 */
export function randomCommands(model, random, effective = new Set()) {
  const newId = createIds(random);
  const int = (/** @type {number} */ limit) => Math.floor(random() * limit);
  const point = () => ({ x: int(1600) - 400, y: int(1200) - 300 });
  const one = (/** @type {ReadonlyMap<string, unknown>} */ items) => [...items.keys()][int(items.size)] ?? 'nothing';
  const some = (/** @type {ReadonlyMap<string, unknown>} */ items) => [...items.keys()].filter(() => random() < 3 / (items.size + 1));
  const placed = () => [...some(model.nodes), ...some(model.zones)];
  const ofType = (/** @type {string} */ type) => {
    return new Map([...model.nodes].filter(([, node]) => node.type === type));
  };

  const ofPictures = () => new Map([...model.nodes].filter(([, node]) => isPicture(node)));
  const device = () => one(ofType('device'));
  const users = () => one(ofType('users'));
  const box = () => ({ ...point(), width: 50 + int(700), height: 50 + int(700) });
  /** Make a command about a connection of a device that has one. @param {(id: string, place: number) => Command} build */
  const ofConnection = (build) => {
    const id = device();
    const node = model.nodes.get(id);
    return node?.type === 'device' && node.connections.length > 0 ? build(id, int(node.connections.length)) : NOTHING;
  };
  /** Make a command where there is one of *items*. @param {ReadonlyMap<string, unknown>} items @param {(id: string) => Command} build */
  const ofOne = (items, build) => (items.size > 0 ? build(one(items)) : NOTHING);

  /** @type {[string, () => Command][]} The name of the factory, and what calls it. */
  const makers = [
    ['addNode', () => add.addNode(model, make.createDevice({ id: newId('n'), label: `R${int(30)}`, kind: pick(random, DEVICE_KINDS), ...point() }))],
    ['addNode', () => add.addNode(model, make.createUsers({ id: newId('n'), label: `user${int(9)}`, count: 1 + int(9), ...point() }))],
    ['addNode', () => add.addNode(model, make.createNetwork({ id: newId('n'), label: 'LAN1', ...point() }))],
    ['addNode', () => add.addNode(model, make.createGateway({ id: newId('n'), label: 'Guacamole', ...point() }))],
    ['addNode', () => add.addNode(model, make.createNote({ id: newId('n'), label: 'Note', ...point() }))],
    ['addNode', () => add.addNode(model, make.createShape({ id: newId('n'), shape: pick(random, SHAPE_KINDS), ...point() }))],
    ['addNode', () => add.addNode(model, make.createShape({ id: newId('n'), shape: 'picture', picture: 'a'.repeat(32), ...point() }))],
    ['setOpacity', () => pictures.setOpacity(model, some(ofPictures()), 5 + int(96))],
    ['sizePicture', () => ofOne(ofPictures(), (id) => pictures.sizePicture(model, id, 'width', 20 + int(500)))],
    ['showAnother', () => ofOne(ofPictures(), (id) => pictures.showAnother(model, id, { id: `${int(9)}`.repeat(32), width: 40, height: 10 + int(50) }))],
    ['colorItems', () => style.colorItems(model, placed(), random() < 0.3 ? null : pick(random, COLOR_NAMES))],
    ['setNoteStyle', () => ofOne(ofType('note'), (id) => style.setNoteStyle(model, id, { heading: `Heading ${int(9)}`, plain: random() < 0.5 }))],
    ['reshape', () => ofOne(ofType('shape'), (id) => style.reshape(model, id, box()))],
    ['setScenery', () => setScenery(model, placed(), random() < 0.5)],
    ['addItems', () => add.addItems(model, renew(model, clip(model, placed().slice(0, 6)), newId, { x: 40, y: 40 }), 'Paste')],
    ['connect', () => {
      const [a, b] = [one(model.nodes), one(model.nodes)];
      return mayConnect(model, a, b) === true ? add.connect(model, make.createLink(newId('l'), a, b)) : NOTHING;
    }],
    ['connectAll', () => {
      const target = one(model.nodes);
      return cabling.connectAll(model, newId, some(model.nodes).filter((id) => mayConnect(model, id, target) === true), target);
    }],
    ['moveEnd', () => ofOne(model.links, (id) => {
      const [side, target] = [pick(random, /** @type {const} */ (['source', 'target'])), one(model.nodes)];
      const stays = model.links.get(id)?.[side === 'source' ? 'target' : 'source'].node ?? '';
      return mayConnect(model, stays, target) === true ? cabling.moveEnd(model, id, side, target) : NOTHING;
    })],
    ['insertIntoLink', () => ofOne(model.links, (id) => cabling.insertIntoLink(model, newId, id, make.createDevice({ id: newId('n'), label: 'R1', ...point() })))],
    ['setCableStyle', () => cableStyle.setCableStyle(model, some(model.links), {
      name: `VLAN ${int(9)}`, width: pick(random, [null, 'thick']), dash: pick(random, [null, 'dashed']), route: pick(random, [null, 'curved', 'orthogonal']),
    })],
    ['addBend', () => ofOne(model.links, (id) => cableStyle.addBend(model, id))],
    ['bendCable', () => ofOne(model.links, (id) => cableStyle.bendCable(model, id, [point()]))],
    ['unbendCables', () => cableStyle.unbendCables(model, some(model.links))],
    ['runCables', () => cableStyle.runCables(model, pick(random, ['straight', 'orthogonal', 'curved']))],
    ['giveAccess', () => access.giveAccess(model, newId, users(), [one(model.nodes), one(model.zones)])],
    ['withdrawAccess', () => access.withdrawAccess(model, users(), some(model.nodes))],
    ['giveAccessToAll', () => access.giveAccessToAll(model, users())],
    ['setReached', () => access.setReached(model, newId, [users(), users()], [device(), device()], random() < 0.5)],
    ['removeItems', () => removeItems(model, [...placed(), ...some(model.links), ...some(model.access)])],
    ['moveItems', () => move.moveItems(model, placed(), { x: int(400) - 200, y: int(400) - 200 })],
    ['placeItems', () => move.placeItems(model, new Map(placed().map((id) => [id, point()])))],
    ['updateItems', () => update.updateItems(model, placed(), { label: `Name ${int(100)}` })],
    ['updateItems', () => update.updateItems(model, placed(), { count: 1 + int(20) })],
    ['renameItem', () => ofOne(model.nodes, (id) => update.renameItem(model, id, `Name ${int(100)}`))],
    ['lockItems', () => update.lockItems(model, some(model.nodes), random() < 0.3)],
    ['nameInterface', () => ofOne(model.links, (id) => update.nameInterface(model, id, 'source', `eth${int(9)}`))],
    ['addConnection', () => ofOne(ofType('device'), (id) => connections.addConnection(model, id, { host: `10.0.0.${int(255)}` }))],
    ['removeConnection', () => ofConnection((id, place) => connections.removeConnection(model, id, place))],
    ['updateConnection', () => ofConnection((id, place) => connections.updateConnection(model, id, place, { port: String(1 + int(9)) }))],
    ['setCopies', () => ofConnection((id, place) => copies.setCopies(model, id, place, pick(random, ['hostname', 'port', 'username']), pick(random, ['counts', 'same', ['a', 'b'], null])))],
    ['dropParameter', () => ofConnection((id, place) => copies.dropParameter(model, id, place, 'username'))],
    ['setParameter', () => ofConnection((id, place) => connections.setParameter(model, id, place, 'username', pick(random, ['admin', '', null])))],
    ['drawZone', () => zones.drawZone(model, make.createZone({ id: newId('z'), label: 'Zone', ...box() }))],
    ['resizeZones', () => ofOne(model.zones, (id) => zones.resizeZones(model, new Map([[id, box()]])))],
    ['setZone', () => zones.setZone(model, placed(), random() < 0.3 || model.zones.size === 0 ? null : one(model.zones))],
    ['setPod', () => ofOne(model.zones, (id) => zones.setPod(model, id, ofType('users').size > 0 ? users() : null))],
    ['groupIntoZone', () => zones.groupIntoZone(model, newId('z'), placed())],
    ['ungroup', () => zones.ungroup(model, some(model.zones))],
    ['reorderItems', () => reorderItems(model, placed(), pick(random, /** @type {const} */ (['front', 'forward', 'backward', 'back'])))],
    ['alignItems', () => arrange.alignItems(model, placed(), pick(random, /** @type {const} */ (['left', 'center', 'right', 'top', 'middle', 'bottom'])))],
    ['distributeItems', () => arrange.distributeItems(model, placed(), pick(random, /** @type {const} */ (['x', 'y'])))],
    ['spaceItems', () => arrange.spaceItems(model, placed(), pick(random, /** @type {const} */ (['x', 'y'])), int(100))],
    ['putAt', () => geometry.putAt(model, placed(), pick(random, /** @type {const} */ (['x', 'y'])), int(1000))],
    ['sizeTo', () => geometry.sizeTo(model, some(model.zones), pick(random, /** @type {const} */ (['width', 'height'])), 64 + int(500))],
    ['makeAlike', () => geometry.makeAlike(model, some(model.zones), ['width', 'height'])],
    ['applyArrangement', () => applyArrangement(model, {
      nodes: Object.fromEntries(some(model.nodes).map((id) => [id, point()])),
      zones: Object.fromEntries(some(model.zones).map((id) => [id, box()])),
      shapes: Object.fromEntries([...ofType('shape').keys()].map((id) => [id, box()])),
    })],
    ['giveStyle', () => style.giveStyle(model, [...placed(), ...some(model.links)], { color: pick(random, ['red', null]), dash: pick(random, ['dotted', null]), plain: random() < 0.5 })],
    ['putOnLayer', () => layers.putOnLayer(model, placed(), pick(random, ['', 'Wires', 'People']))],
    ['showLayer', () => layers.showLayer(model, pick(random, ['Wires', 'People']), random() < 0.5)],
    ['rotatePerson', () => ofOne(ofType('users'), (id) => rotatePerson(model, id, `user${int(3)}`))],
    ['setTitle', () => settings.setTitle(model, `Lab ${int(10)}`, random() < 0.5 ? { mergeKey: 'title' } : {})],
    ['setDefault', () => setDefault(model, pick(random, ['ssh', 'rdp']), `parameter-${int(3)}`, random() < 0.3 ? null : `value ${int(9)}`)],
    ['updateSettings', () => settings.updateSettings(model, { hashing: pick(random, /** @type {const} */ (['plain', 'sha256', 'md5'])) })],
    ['updateSettings', () => settings.updateSettings(model, { passwords: { version: 2, length: 8 + int(25), symbol: random() < 0.5 } })],
    ['replaceDiagram', () => (random() < 0.05 ? settings.replaceDiagram(model, classroom(), 'Open the classroom') : NOTHING)],
  ];
  return () => {
    if (model.nodes.size > 120) return removeItems(model, [...model.nodes.keys()].filter(() => random() < 0.5));
    const [name, build] = pick(random, makers);
    const command = build();
    if (command.changes.length > 0) effective.add(name);
    return command;
  };
}
