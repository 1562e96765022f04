/** The section of one connection of a device: protocol, host, port, credentials, and the further parameters. */

import { button, element } from '../../../kit/dom.js';
import { row, secretField, selectField, textField } from '../../../kit/forms/fields.js';
import { section } from '../../../kit/forms/form.js';
import { connectionOf } from '../binding.js';
import { lazily, lazyPart } from '../lazy-parts.js';
import { numeralField } from './numeral-field.js';
import { withProtocol } from '../../../model/diagram.js';
import { isDevice } from '../../../model/items.js';
import { nameOf } from '../../../model/names.js';
import { removeConnection, setParameter, updateConnection } from '../../../model/commands/connections.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/** Parameters that have a field of their own. */
const CREDENTIALS = ['username', 'password'];

/**
 * Return the section for the connection at *place* of the device *id*.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @returns {Field}
 */
export function connectionSection(editor, id, place) {
  const title = place === 0 ? t('Connection') : t('Connection {number}', { number: place + 1 });
  const protocol = connectionOf(editor, id, place)?.protocol ?? '';
  const known = (editor.catalogue[protocol]?.parameters ?? []).map((spec) => spec.name);
  const fields = [
    protocolField(editor, id, place),
    place > 0 ? labelField(editor, id, place) : null,
    addressRow(editor, id, place, protocol),
    credentials(editor, id, place, known),
    lazyPart(({ parametersPart }) => [parametersPart(editor, id, place, CREDENTIALS)]),
  ].filter((field) => field !== null);
  return section(title, fields, { actions: [removeButton(editor, id, place)] });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 */
function protocolField(editor, id, place) {
  return selectField({
    label: t('Protocol'),
    name: `connections.${place}.protocol`,
    options: Object.entries(editor.catalogue).map(([value, { title }]) => ({ value, label: title })),
    read: () => connectionOf(editor, id, place)?.protocol ?? '',
    write: (protocol) => {
      const old = connectionOf(editor, id, place);
      const fields = old ? withProtocol(old, protocol, editor.catalogue[old.protocol]?.port) : { protocol };
      editor.stack.execute(updateConnection(editor.model, id, place, fields));
    },
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 */
function labelField(editor, id, place) {
  return textField({
    ...plain(editor, id, place, 'label'),
    label: t('Name of this connection'),
    placeholder: connectionOf(editor, id, place)?.protocol,
    hint: t('Shown behind the name of the device, for example "{name} (console)".', { name: nameOf(editor.model, id) }),
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {string} protocol
 */
function addressRow(editor, id, place, protocol) {
  const host = textField({ ...plain(editor, id, place, 'host'), label: t('Host'), placeholder: t('10.0.10.1 or a name'), isMono: true });
  const port = numeralField({ ...plain(editor, id, place, 'port'), label: t('Port'), placeholder: editor.catalogue[protocol]?.port }, 'port', () => {
    const device = editor.model.item(id);
    return isDevice(device) && (device.count > 1 || device.zone !== null);
  });
  return row('row-host', host, port);
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {string[]} known
 */
function credentials(editor, id, place, known) {
  const fields = [
    known.includes('username') ? userNameField(editor, id, place) : null,
    known.includes('password') ? passwordField(editor, id, place) : null,
  ].filter((field) => field !== null);
  return fields.length === 0 ? null : row('row-even', ...fields);
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 */
function userNameField(editor, id, place) {
  const field = textField({ ...parameter(editor, id, place, 'username'), label: t('User name'), isMono: true });
  return lazily(field, ({ credentialField }) => credentialField(field, { editor, id, place, name: 'username' }));
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 */
function passwordField(editor, id, place) {
  const field = secretField({ ...parameter(editor, id, place, 'password'), label: t('Password'), eye: t('Show password') });
  return lazily(field, ({ credentialField }) => credentialField(field, { editor, id, place, name: 'password' }));
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {'host' | 'port' | 'label'} field
 */
function plain(editor, id, place, field) {
  const name = `connections.${place}.${field}`;
  const options = { mergeKey: `${id} ${name}` };
  return {
    name,
    read: () => connectionOf(editor, id, place)?.[field] ?? '',
    write: (/** @type {string} */ value) => editor.stack.execute(updateConnection(editor.model, id, place, { [field]: value }, options)),
  };
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {string} parameterName
 */
function parameter(editor, id, place, parameterName) {
  const name = `connections.${place}.parameters.${parameterName}`;
  const options = { mergeKey: `${id} ${name}` };
  return {
    name,
    read: () => connectionOf(editor, id, place)?.parameters[parameterName] ?? '',
    write: (/** @type {string} */ value) =>
      editor.stack.execute(setParameter(editor.model, id, place, parameterName, value || null, options)),
  };
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 */
function removeButton(editor, id, place) {
  return button({
    icon: 'trash',
    title: place === 0 ? t('Remove connection') : t('Remove connection {number}', { number: place + 1 }),
    classes: 'button-quiet button-small',
    onClick: () => editor.stack.execute(removeConnection(editor.model, id, place)),
  });
}

/**
 * Return the text for a device without connections.
 * @returns {HTMLElement}
 */
export function noConnections() {
  return element('p', { class: 'muted' }, t('Nobody can log in to this device: it has no connection.'));
}
