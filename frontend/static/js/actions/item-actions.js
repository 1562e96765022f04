/** What can be done with items, the same in the outline, in context menus and in the command palette. */

import { choose } from '../kit/dialogs/chooser.js';
import { createLink } from '../model/diagram.js';
import { isNode, isZone, kindOf } from '../model/items.js';
import { connect } from '../model/commands/add.js';
import { giveAccess } from '../model/commands/access.js';
import { lockItems } from '../model/commands/update.js';
import { setZone, ungroup } from '../model/commands/zones.js';
import { removeItems } from '../model/commands/remove.js';
import { groupItems } from '../model/grouping.js';
import { fullLabel, nameAll, nameOf, titleOf } from '../model/names.js';
import { mayConnect, mayContain, mayGiveAccess } from '../model/rules.js';

/** @typedef {import('../gestures/desk.js').Desk} Desk */
/** @typedef {import('../kit/menu.js').MenuEntry} MenuEntry */
/** @typedef {import('../kit/menu.js').MenuItem} MenuItem */

/**
 * Return the entries of the menu for the items *ids*.
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {MenuEntry[]}
 */
export function actionsFor(desk, ids) {
  const groups = [joining(desk, ids), placing(desk, ids), [removal(desk, ids)]].filter((group) => group.length > 0);
  return groups.flatMap((group, place) => (place === 0 ? group : [null, ...group]));
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {MenuItem[]}
 */
function joining(desk, ids) {
  const { model } = desk;
  const item = ids.length === 1 ? model.item(ids[0]) : undefined;
  if (!item) return [];
  const [id] = ids;
  const entries = [];
  if (others(desk, (other) => mayConnect(model, id, other)).length > 0) {
    entries.push({ label: 'Connect to …', icon: 'cable', run: () => void connectTo(desk, id) });
  }
  if (isNode(item) && item.type === 'users') {
    entries.push({ label: 'Give access to …', icon: 'access', run: () => void giveAccessTo(desk, id) });
  } else if (others(desk, (other) => mayGiveAccess(model, other, id)).length > 0) {
    entries.push({ label: 'Let users reach this …', icon: 'access', run: () => void letReach(desk, id) });
  }
  return entries;
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {MenuItem[]}
 */
function placing(desk, ids) {
  const { model, stack } = desk;
  const placed = ids.filter((id) => model.placed(id));
  if (placed.length === 0) return [];
  const zones = placed.filter((id) => model.zones.has(id));
  const isLocked = placed.every((id) => model.placed(id)?.locked);
  const group = { label: 'Group into a zone', icon: 'grid', keys: 'Ctrl+G', run: () => groupItems(desk, placed) };
  return [
    ...(model.zones.size > zones.length ? [{ label: 'Move into a zone …', icon: 'import', run: () => void moveIntoZone(desk, placed) }] : []),
    ...(placed.some((id) => model.placed(id)?.zone) ? [{ label: 'Take out of the zone', run: () => stack.execute(setZone(model, placed, null)) }] : []),
    group,
    ...(zones.length > 0 ? [{ label: 'Ungroup', keys: 'Ctrl+Shift+G', run: () => stack.execute(ungroup(model, zones)) }] : []),
    { label: isLocked ? 'Unlock' : 'Lock', icon: isLocked ? 'unlock' : 'lock', keys: 'Ctrl+Shift+L', run: () => stack.execute(lockItems(model, placed, !isLocked)) },
  ];
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {MenuItem}
 */
function removal({ model, stack }, ids) {
  return { label: 'Delete', icon: 'trash', keys: 'Del', isDanger: true, run: () => stack.execute(removeItems(model, ids)) };
}

/**
 * Ask what to connect *id* to, and connect it.
 * @param {Desk} desk
 * @param {string} id
 */
async function connectTo(desk, id) {
  const { model } = desk;
  const target = await choose({
    title: `Connect ${nameOf(model, id)} to`,
    placeholder: `Connect ${nameOf(model, id)} to …`,
    choices: others(desk, (other) => mayConnect(model, id, other)),
  });
  if (target) desk.stack.execute(connect(model, createLink(desk.newId('l'), id, target)));
}

/**
 * Ask what the users node *id* shall reach, and give access to it.
 * @param {Desk} desk
 * @param {string} id
 */
async function giveAccessTo(desk, id) {
  const { model } = desk;
  const target = await choose({
    title: `Give ${nameOf(model, id)} access to`,
    placeholder: `Give ${nameOf(model, id)} access to …`,
    choices: others(desk, (other) => mayGiveAccess(model, id, other)),
    nothing: 'Nothing to reach fits what you typed.',
  });
  if (target) desk.stack.execute(giveAccess(model, desk.newId, id, [target]));
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
async function letReach(desk, id) {
  const { model } = desk;
  const users = await choose({
    title: `Who shall reach ${nameOf(model, id)}`,
    placeholder: `Who shall reach ${nameOf(model, id)}`,
    choices: others(desk, (other) => mayGiveAccess(model, other, id)),
  });
  if (users) desk.stack.execute(giveAccess(model, desk.newId, users, [id]));
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 */
async function moveIntoZone(desk, ids) {
  const { model } = desk;
  const zone = await choose({
    title: `Move ${nameAll(model, ids)} into`,
    placeholder: `Move ${nameAll(model, ids)} into …`,
    choices: others(desk, (other) => model.zones.has(other) && ids.every((id) => mayContain(model, other, id) === true)),
  });
  if (zone) desk.stack.execute(setZone(model, ids, zone));
}

/**
 * Return the nodes and zones that *may* lets through, as choices.
 * @param {Desk} desk
 * @param {(id: string) => boolean | string} may
 */
export function others({ model, pictureOf }, may) {
  const placed = [...model.nodes.values(), ...model.zones.values()].filter((item) => may(item.id) === true);
  return placed.map((item) => ({
    value: item.id,
    label: (isZone(item) ? item.label : fullLabel(item)) || nameOf(model, item.id),
    detail: titleOf(item),
    picture: pictureOf(kindOf(item)),
  }));
}
