/** The inspector for one device: name, kind, count, the ways into it, and who reaches it. */

import { button, element } from '../../kit/dom.js';
import { row, selectField } from '../../kit/forms/fields.js';
import { fixed, section, shaped } from '../../kit/forms/form.js';
import { reachedBySection } from './access.js';
import { fieldOf } from './binding.js';
import { countField, expansionLine, head, nameField, placeSection } from './common.js';
import { connectionSection, noConnections } from './connections/connection.js';
import { presetButton } from './connections/preset-button.js';
import { addConnection } from '../../model/commands/connections.js';
import { isDevice } from '../../model/items.js';
import { DEVICE_KINDS, KINDS } from '../../model/kinds.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Connection} Connection */

/** What further connections usually are, the likeliest first. */
const USUAL = ['ssh', 'vnc', 'rdp', 'telnet'];

/**
 * Return the fields for the device *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function deviceFields(desk, id) {
  const connections = () => {
    const device = desk.model.item(id);
    return isDevice(device) ? device.connections : [];
  };
  const list = shaped(
    () => connections().map((connection) => connection.protocol).join('\n'),
    () => connections().map((_, place) => connectionSection(desk, id, place)),
    'connections',
  );
  return [
    head(desk, id),
    section('Device', [
      row('row-name', nameField(desk, id), countField(desk, [id])),
      expansionLine(desk, id),
      kindField(desk, [id]),
    ], { isFirst: true }),
    list,
    adder(desk, id, connections),
    reachedBySection(desk, id),
    placeSection(desk, [id]),
  ];
}

/**
 * Return the field for the kind of the devices *ids*.
 * @param {Desk} desk
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function kindField(desk, ids) {
  return selectField({
    label: 'Kind',
    options: DEVICE_KINDS.map((value) => ({ value, label: KINDS[value].title })),
    .../** @type {any} */ (fieldOf(desk, ids, 'kind')),
  });
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {() => readonly Connection[]} connections
 * @returns {Field}
 */
function adder(desk, id, connections) {
  const none = fixed(noConnections());
  const add = button({
    icon: 'plus',
    label: 'Add a connection',
    look: 'button-small',
    onClick: () => desk.stack.execute(addConnection(desk.model, id, nextConnection(connections()))),
  });
  const update = () => (none.element.hidden = connections().length > 0);
  const buttons = element('div', { class: 'toolbar' }, add, presetButton(desk, id));
  return { element: element('div', { class: 'section section-plain' }, none.element, buttons), update };
}

/**
 * Return with what one more connection begins: a protocol that *connections* lack, to the same host.
 * @param {readonly Connection[]} connections
 * @returns {Partial<Connection>}
 */
export function nextConnection(connections) {
  const taken = new Set(connections.map((connection) => connection.protocol));
  return { protocol: USUAL.find((protocol) => !taken.has(protocol)) ?? USUAL[0], host: connections[0]?.host ?? '' };
}
