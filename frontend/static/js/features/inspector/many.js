/** The inspector for several items at once: what they share, with unlike values shown as mixed. */

import { button, element } from '../../kit/dom.js';
import { row, selectField, textField, secretField } from '../../kit/forms/fields.js';
import { fixed, section } from '../../kit/forms/form.js';
import { common } from './binding.js';
import { countField, placeSection } from './common.js';
import { kindField } from './device.js';
import { withOffers } from './connections/offers.js';
import { alignItems, distributeItems } from '../../model/commands/arrange.js';
import { groupItems } from '../../model/grouping.js';
import { removeItems } from '../../model/commands/remove.js';
import { isDevice } from '../../model/items.js';
import { nameAll } from '../../model/names.js';
import { capitalize, plural } from '../../util/format.js';
import { updateFirstConnections } from './connections/first-connections.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Device} Device */

/** @type {readonly { side: import('../../model/commands/arrange.js').Side, label: string }[]} */
const SIDES = [
  { side: 'left', label: 'Left' },
  { side: 'center', label: 'Centre' },
  { side: 'right', label: 'Right' },
  { side: 'top', label: 'Top' },
  { side: 'middle', label: 'Middle' },
  { side: 'bottom', label: 'Bottom' },
];

/**
 * Return the fields for the items *ids*.
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {Field[]}
 */
export function manyFields(desk, ids) {
  const { model } = desk;
  const placed = ids.filter((id) => model.placed(id));
  const devices = ids.filter((id) => isDevice(model.item(id)));
  const counted = ids.filter((id) => 'count' in (model.item(id) ?? {}));
  return [
    manyHead(desk, ids),
    devices.length > 0 ? section(plural(devices.length, 'device'), deviceFields(desk, devices)) : null,
    counted.length > 1 && devices.length === 0 ? section('People', [countField(desk, counted)]) : null,
    placed.length > 0 ? placeSection(desk, placed) : null,
    placed.length > 1 ? arrangeSection(desk, placed) : null,
  ].filter((field) => field !== null);
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 */
function manyHead(desk, ids) {
  const title = element('h2', {}, capitalize(nameAll(desk.model, ids)));
  const remove = button({
    icon: 'trash',
    title: 'Delete them',
    look: 'button-quiet button-small',
    onClick: () => desk.stack.execute(removeItems(desk.model, ids)),
  });
  return fixed(element('header', { class: 'inspector-head' }, title, remove));
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {Field[]}
 */
function deviceFields(desk, ids) {
  return [
    row('row-even', kindField(desk, ids), countField(desk, ids)),
    protocolField(desk, ids),
    withOffers(textField({ label: 'User name', isMono: true, ...parameterOf(desk, ids, 'username') }), () => specFor(desk, ids, 'username')),
    withOffers(secretField({ label: 'Password', ...parameterOf(desk, ids, 'password') }), () => specFor(desk, ids, 'password')),
  ];
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 */
function protocolField(desk, ids) {
  return selectField({
    label: 'Protocol of the first connection',
    name: 'protocol',
    options: Object.entries(desk.catalogue).map(([value, { title }]) => ({ value, label: title })),
    read: () => common(firstConnections(desk, ids), (connection) => connection.protocol),
    write: (protocol) => desk.stack.execute(updateFirstConnections(desk.model, ids, 'the protocol', () => ({ protocol }))),
  });
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @param {string} name
 */
function parameterOf(desk, ids, name) {
  const mergeKey = `${ids.join(' ')} ${name}`;
  const set = (/** @type {string} */ value) => (/** @type {import('../../model/diagram.js').Connection} */ { parameters }) => {
    const others = Object.entries(parameters).filter(([key]) => key !== name);
    return { parameters: Object.fromEntries(value ? [...others, [name, value]] : others) };
  };
  return {
    name,
    read: () => common(firstConnections(desk, ids), ({ parameters }) => parameters[name] ?? ''),
    write: (/** @type {string} */ value) =>
      desk.stack.execute(updateFirstConnections(desk.model, ids, `the ${name}`, set(value), mergeKey)),
  };
}

/**
 * Return what the catalogue says about the parameter *name*, which means the same in all protocols of the devices *ids*.
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @param {string} name
 */
function specFor(desk, ids, name) {
  const specs = firstConnections(desk, ids).flatMap(({ protocol }) => desk.catalogue[protocol]?.parameters ?? []);
  return specs.find((spec) => spec.name === name);
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 */
function firstConnections(desk, ids) {
  return ids.flatMap((id) => /** @type {Device | undefined} */ (desk.model.nodes.get(id))?.connections[0] ?? []);
}

/**
 * @param {Desk} desk
 * @param {readonly string[]} ids
 */
function arrangeSection(desk, ids) {
  const { model, stack } = desk;
  const act = (/** @type {string} */ label, /** @type {() => import('../../model/changes.js').Command} */ build) =>
    button({ label, look: 'button-small', onClick: () => stack.execute(build()) });
  const align = SIDES.map(({ side, label }) => act(label, () => alignItems(model, ids, side)));
  const spread = [
    act('Across', () => distributeItems(model, ids, 'x')),
    act('Down', () => distributeItems(model, ids, 'y')),
  ];
  const group = button({ label: 'Group into a zone', look: 'button-small', onClick: () => groupItems(desk, ids) });
  return section('Arrange', [
    fixed(element('div', { class: 'arrange', role: 'group', 'aria-label': 'Align' }, element('span', { class: 'label' }, 'Align'), ...align)),
    ids.length > 2 ? fixed(element('div', { class: 'arrange', role: 'group', 'aria-label': 'Distribute' }, element('span', { class: 'label' }, 'Distribute'), ...spread)) : null,
    fixed(group),
  ].filter((field) => field !== null));
}
