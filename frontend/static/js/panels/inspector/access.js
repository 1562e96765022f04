/** Who reaches what, as lists: what a users node reaches, and who reaches a device, zone or network. */

import { button, element } from '../dom.js';
import { combobox } from '../combobox.js';
import { line, section, shaped } from '../form.js';
import { kindOf, reference } from './common.js';
import { plural } from '../../util/format.js';
import { findReached, findReachedBy, reachesAll } from '../../model/access.js';
import { fullLabel, nameOf, titleOf } from '../../model/names.js';
import { giveAccess, giveAccessToAll, withdrawAccess } from '../../model/commands/access.js';
import { mayGiveAccess } from '../../model/rules.js';

/** @typedef {import('../desk.js').Desk} Desk */
/** @typedef {import('../fields.js').Field} Field */

/**
 * Return the section on what the users node *id* reaches.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field}
 */
export function reachSection(desk, id) {
  const { model, stack } = desk;
  const all = button({
    label: 'Give access to all',
    title: 'Let them reach every device again',
    look: 'button-quiet button-small',
    onClick: () => stack.execute(giveAccessToAll(model, id)),
  });
  const summary = line(() => {
    all.hidden = reachesAll(model, id);
    const devices = countDevices(desk, findReached(model, id));
    if (all.hidden) return `All devices (${devices.toLocaleString('en')}). Name one to narrow it down.`;
    return `Exactly these: ${plural(devices, 'device')} in all.`;
  });
  const list = shaped(
    () => edgesOf(desk, id).map((edge) => `${edge.target} ${labelOf(desk, edge.target)}`).join('\n'),
    () => edgesOf(desk, id).map((edge) => referenceField(desk, edge.target, () => withdrawAccess(model, id, [edge.target]))),
    'references',
  );
  const give = combobox({
    label: 'Give access to',
    name: 'access.add',
    placeholder: 'Give access to …',
    choices: () => targetsFor(desk, id),
    onChoose: (target) => stack.execute(giveAccess(model, desk.newId, id, [target])),
  });
  return section('Reaches', [summary, list, { element: give, update: () => {} }], { actions: [all] });
}

/**
 * Return the section on who reaches the device, zone or network *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field}
 */
export function reachedBySection(desk, id) {
  const { model, stack } = desk;
  const isNamed = (/** @type {string} */ users) => model.accessOf(id).some((edge) => edge.users === users);
  const everyone = () => usersAt(desk, id);
  const summary = line(() => (everyone().length === 0 ? nobody(desk) : ''));
  const list = shaped(
    () => everyone().map((users) => `${users} ${isNamed(users)} ${labelOf(desk, users)}`).join('\n'),
    () => everyone().map((users) => isNamed(users)
      ? referenceField(desk, users, () => withdrawAccess(model, users, [id]))
      : referenceField(desk, users)),
    'references',
  );
  const give = combobox({
    label: 'Give access to these users',
    name: 'access.add',
    placeholder: 'Give access to …',
    choices: () => usersFor(desk, id),
    onChoose: (users) => stack.execute(giveAccess(model, desk.newId, users, [id])),
  });
  return section('Reached by', [summary, list, { element: give, update: () => {} }]);
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {() => import('../../model/changes.js').Command} [withdraw]
 * @returns {Field}
 */
function referenceField(desk, id, withdraw) {
  const item = desk.model.item(id);
  const detail = item && 'count' in item && item.count > 1 ? `× ${item.count}` : '';
  const remove = withdraw && button({
    icon: 'close',
    title: `Take access to ${nameOf(desk.model, id)} away`,
    look: 'button-quiet button-small',
    onClick: () => desk.stack.execute(withdraw()),
  });
  const why = reachesAll(desk.model, id) ? 'all devices' : 'through its zone or network';
  const row = reference(desk, id, withdraw ? detail : [detail, why].filter(Boolean).join(' · '), remove);
  return { element: element('ul', {}, row), update: () => {} };
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function edgesOf({ model }, id) {
  return model.accessOf(id).filter((edge) => edge.users === id);
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function labelOf({ model }, id) {
  const item = model.placed(id);
  return item ? `${kindOf(item)} ${fullLabel(item)}` : '';
}

/**
 * @param {Desk} desk
 * @param {Set<string>} ids
 */
function countDevices({ model }, ids) {
  let sum = 0;
  for (const id of ids) {
    const device = model.nodes.get(id);
    if (device?.type === 'device') sum += device.count;
  }
  return sum;
}

/**
 * Return the users nodes that reach the device *id*, or all that is in the zone or at the network *id*.
 * @param {Desk} desk
 * @param {string} id
 */
function usersAt({ model }, id) {
  if (model.nodes.get(id)?.type === 'device') return [...findReachedBy(model, id)];
  const around = [id, ...model.zonesAround(id).map((zone) => zone.id)];
  const owners = around.map((each) => model.zones.get(each)?.pod);
  const named = new Set([...around.flatMap((each) => model.accessOf(each).map((edge) => edge.users)), ...owners]);
  const groups = [...model.nodes.values()].filter((node) => node.type === 'users').map((node) => node.id);
  return groups.filter((group) => named.has(group) || reachesAll(model, group));
}

/** @param {Desk} desk */
function nobody({ model }) {
  const hasUsers = [...model.nodes.values()].some((node) => node.type === 'users');
  return hasUsers ? 'Nobody.' : 'Nobody yet: there are no users on the drawing.';
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function targetsFor({ model }, id) {
  return [...model.zones.values(), ...model.nodes.values()]
    .filter((item) => mayGiveAccess(model, id, item.id) === true)
    .map((item) => ({ value: item.id, label: fullLabel(item) || nameOf(model, item.id), detail: titleOf(item) }));
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function usersFor({ model }, id) {
  return [...model.nodes.values()]
    .filter((node) => node.type === 'users' && mayGiveAccess(model, node.id, id) === true)
    .map((node) => ({ value: node.id, label: fullLabel(node), detail: 'Users' }));
}
