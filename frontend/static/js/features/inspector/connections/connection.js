/** One connection of a device: the essentials first, then whatever else the protocol knows, found by name. */

import { button, element } from '../../../kit/dom.js';
import { row, secretField, selectField, textField } from '../../../kit/forms/fields.js';
import { section } from '../../../kit/forms/form.js';
import { connectionOf, specOf } from '../binding.js';
import { later } from '../later.js';
import { numeralField } from './numeral-field.js';
import { withOffers } from './offers.js';
import { isDevice } from '../../../model/items.js';
import { nameOf } from '../../../model/names.js';
import { removeConnection, setParameter, updateConnection } from '../../../model/commands/connections.js';

/** @typedef {import('../../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/** Parameters that have a field of their own. */
const CREDENTIALS = ['username', 'password'];

/**
 * Return the section for the connection at *place* of the device *id*.
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 * @returns {Field}
 */
export function connectionSection(desk, id, place) {
  const title = place === 0 ? 'Connection' : `Connection ${place + 1}`;
  const protocol = connectionOf(desk, id, place)?.protocol ?? '';
  const known = (desk.catalogue[protocol]?.parameters ?? []).map((spec) => spec.name);
  const fields = [
    protocolField(desk, id, place),
    place > 0 ? labelField(desk, id, place) : null,
    addressRow(desk, id, place, protocol),
    credentials(desk, id, place, known),
    later(desk, ({ parametersPart }) => [parametersPart(desk, id, place, CREDENTIALS)]),
  ].filter((field) => field !== null);
  return section(title, fields, { actions: [removeButton(desk, id, place, title)] });
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 */
function protocolField(desk, id, place) {
  return selectField({
    label: 'Protocol',
    name: `connections.${place}.protocol`,
    options: Object.entries(desk.catalogue).map(([value, { title }]) => ({ value, label: title })),
    read: () => connectionOf(desk, id, place)?.protocol ?? '',
    write: (protocol) => desk.stack.execute(updateConnection(desk.model, id, place, { protocol })),
  });
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 */
function labelField(desk, id, place) {
  return textField({
    ...plain(desk, id, place, 'label'),
    label: 'Name of this connection',
    placeholder: connectionOf(desk, id, place)?.protocol,
    hint: `Shown behind the name of the device, for example "${nameOf(desk.model, id)} (console)".`,
  });
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 * @param {string} protocol
 */
function addressRow(desk, id, place, protocol) {
  const host = textField({ ...plain(desk, id, place, 'host'), label: 'Host', placeholder: '10.0.10.1 or a name', isMono: true });
  const port = numeralField({ ...plain(desk, id, place, 'port'), label: 'Port', placeholder: desk.catalogue[protocol]?.port }, 'port', () => {
    const device = desk.model.item(id);
    return isDevice(device) && (device.count > 1 || device.zone !== null);
  });
  return row('row-host', host, port);
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 * @param {string[]} known
 */
function credentials(desk, id, place, known) {
  const fields = [
    known.includes('username') ? userNameField(desk, id, place) : null,
    known.includes('password') ? passwordField(desk, id, place) : null,
  ].filter((field) => field !== null);
  return fields.length === 0 ? null : row('row-even', ...fields);
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 */
function userNameField(desk, id, place) {
  const field = textField({ ...parameter(desk, id, place, 'username'), label: 'User name', isMono: true });
  return withOffers(field, () => specOf({ desk, id, place, name: 'username' }));
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 */
function passwordField(desk, id, place) {
  const field = secretField({ ...parameter(desk, id, place, 'password'), label: 'Password' });
  return withOffers(field, () => specOf({ desk, id, place, name: 'password' }));
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 * @param {'host' | 'port' | 'label'} field
 */
function plain(desk, id, place, field) {
  const name = `connections.${place}.${field}`;
  const options = { mergeKey: `${id} ${name}` };
  return {
    name,
    read: () => connectionOf(desk, id, place)?.[field] ?? '',
    write: (/** @type {string} */ value) => desk.stack.execute(updateConnection(desk.model, id, place, { [field]: value }, options)),
  };
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 * @param {string} parameterName
 */
function parameter(desk, id, place, parameterName) {
  const name = `connections.${place}.parameters.${parameterName}`;
  const options = { mergeKey: `${id} ${name}` };
  return {
    name,
    read: () => connectionOf(desk, id, place)?.parameters[parameterName] ?? '',
    write: (/** @type {string} */ value) =>
      desk.stack.execute(setParameter(desk.model, id, place, parameterName, value || null, options)),
  };
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {number} place
 * @param {string} title
 */
function removeButton(desk, id, place, title) {
  return button({
    icon: 'trash',
    title: `Remove ${title.toLowerCase()}`,
    look: 'button-quiet button-small',
    onClick: () => desk.stack.execute(removeConnection(desk.model, id, place)),
  });
}

/**
 * Return the text for a device without connections.
 * @returns {HTMLElement}
 */
export function noConnections() {
  return element('p', { class: 'muted' }, 'Nobody can log in to this device: it has no connection.');
}
