/** The fields of the first connections of several devices: protocol, credentials and parameters, with what the diagram says of all. */

import { MIXED, secretField, selectField, textField } from '../../../kit/forms/fields.js';
import { shaped } from '../../../kit/forms/form.js';
import { common } from '../binding.js';
import { defaultsOf } from '../../../model/commands/defaults.js';
import { withProtocol } from '../../../model/diagram.js';
import { updateFirstConnections } from './first-connections.js';
import { inheritable, stateOf, withDefault } from './inheritance.js';
import { parameterList } from './parameters.js';
import { withTokenButtons } from './token-buttons.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').Connection} Connection */
/** @typedef {import('../../../model/diagram.js').Device} Device */
/** @typedef {import('./inheritance.js').Inheritance} Inheritance */

/** Parameters that have a field of their own. */
const CREDENTIALS = ['username', 'password'];

/**
 * Return the fields for the first connections of the devices *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field[]}
 */
export function connectionFields(editor, ids) {
  return [
    protocolField(editor, ids),
    credentialField(editor, ids, textField({ label: t('User name'), isMono: true, ...parameterOf(editor, ids, 'username') }), 'username'),
    credentialField(editor, ids, secretField({ label: t('Password'), eye: t('Show password'), ...parameterOf(editor, ids, 'password') }), 'password'),
    shaped(() => protocolOf(editor, ids), () => (protocolOf(editor, ids) ? [parameters(editor, ids)] : [])),
  ];
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
function protocolField(editor, ids) {
  return selectField({
    label: t('Protocol of the first connection'),
    name: 'protocol',
    options: Object.entries(editor.catalogue).map(([value, { title }]) => ({ value, label: title })),
    read: () => common(firstConnections(editor, ids), (connection) => connection.protocol),
    write: (protocol) => editor.stack.execute(updateFirstConnections(editor.model, ids, t('Set the protocol of {names}'),
      (connection) => withProtocol(connection, protocol, editor.catalogue[connection.protocol]?.port))),
  });
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {Field} field
 * @param {string} name
 */
function credentialField(editor, ids, field, name) {
  const spec = () => specFor(editor, ids, name);
  return withDefault(withTokenButtons(field, spec), {
    find: () => inheritanceOfAll(editor, ids, name),
    value: () => defaultsOf(editor.model, protocolOf(editor, ids))[name] ?? '',
    isSecret: () => spec()?.secret === true,
  });
}

/**
 * Return the list of the parameters that all the devices have, or have from the diagram.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
function parameters(editor, ids) {
  const { model } = editor;
  const protocol = () => protocolOf(editor, ids);
  const own = () => {
    const [first, ...others] = firstConnections(editor, ids);
    return Object.keys(first?.parameters ?? {}).filter((name) => others.every((other) => name in other.parameters));
  };
  return parameterList({
    editor, protocol,
    path: 'many.parameters.',
    hidden: CREDENTIALS,
    names: () => [...new Set([...inheritable(editor, protocol()), ...own()])].filter((name) => !CREDENTIALS.includes(name)),
    read: (name) => common(firstConnections(editor, ids), (connection) => connection.parameters[name] ?? defaultsOf(model, protocol())[name] ?? ''),
    write: (name, value) => set(editor, ids, name, value, `${ids.join(' ')} ${name}`),
    remove: (name) => set(editor, ids, name, null),
    inheritance: (name) => inheritanceOfAll(editor, ids, name),
  });
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} name
 */
function parameterOf(editor, ids, name) {
  return {
    name,
    read: () => common(firstConnections(editor, ids), ({ parameters: { [name]: value } }) => value ?? ''),
    write: (/** @type {string} */ value) => set(editor, ids, name, value || null, `${ids.join(' ')} ${name}`),
  };
}

/**
 * Return what is to be said of the default of *name*: whether all the devices have it, none, or some.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} name
 * @returns {Inheritance}
 */
function inheritanceOfAll(editor, ids, name) {
  const state = common(firstConnections(editor, ids), (connection) => stateOf(editor, connection, name));
  if (state === undefined) return {};
  const [empty, giveBack] = [() => set(editor, ids, name, ''), () => set(editor, ids, name, null)];
  return { state: state === MIXED ? 'mixed' : state, empty, giveBack };
}

/**
 * Give the first connections the parameter *name*; null removes it, with what is said of its copies.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} name
 * @param {string | null} value
 * @param {string} [mergeKey]
 */
function set({ model, stack }, ids, name, value, mergeKey) {
  const change = (/** @type {Connection} */ { parameters: had, copies }) => {
    const others = without(had, name);
    if (value !== null) return { parameters: { ...others, [name]: value } };
    return copies && name in copies ? { parameters: others, copies: without(copies, name) } : { parameters: others };
  };
  stack.execute(updateFirstConnections(model, ids, t('Set the {parameter} of {names}', { parameter: name }), change, mergeKey));
}

/**
 * @template T
 * @param {Readonly<Record<string, T>>} entries
 * @param {string} name
 * @returns {Record<string, T>}
 */
function without(entries, name) {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name));
}

/**
 * Return what the catalogue says about the parameter *name*, which means the same in all protocols of the devices *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} name
 */
function specFor(editor, ids, name) {
  const specs = firstConnections(editor, ids).flatMap(({ protocol }) => editor.catalogue[protocol]?.parameters ?? []);
  return specs.find((spec) => spec.name === name);
}

/**
 * Return the protocol that the first connections share, or an empty text where they have several.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
function protocolOf(editor, ids) {
  const protocol = common(firstConnections(editor, ids), (connection) => connection.protocol);
  return protocol === MIXED ? '' : protocol;
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
function firstConnections(editor, ids) {
  return ids.flatMap((id) => /** @type {Device | undefined} */ (editor.model.nodes.get(id))?.connections[0] ?? []);
}
