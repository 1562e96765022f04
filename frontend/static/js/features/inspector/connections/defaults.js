/** The defaults of all connections by a protocol, among the properties of the diagram. */

import { element } from '../../../kit/dom.js';
import { selectField } from '../../../kit/forms/fields.js';
import { fixed, section, shaped } from '../../../kit/forms/form.js';
import { defaultsOf, setDefault } from '../../../model/commands/defaults.js';
import { isDevice } from '../../../model/items.js';
import { t } from '../../../util/text.js';
import { parameterList } from './parameters.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/** What each device has for itself. */
const REFUSED = ['hostname', 'port'];

/**
 * Return the section with the defaults of the diagram, of one protocol at a time.
 * @param {Editor} editor
 * @returns {Field}
 */
export function defaultsSection(editor) {
  let protocol = firstProtocol(editor);
  const choice = selectField({
    label: t('Protocol'),
    name: 'settings.defaults',
    options: () => protocols(editor).map((value) => ({ value, label: titleOf(editor, value) })),
    read: () => protocol,
    write: (chosen) => {
      protocol = chosen;
      part.update();
    },
  });
  const list = shaped(() => protocol, () => [listOf(editor, protocol)]);
  const hint = element('p', { class: 'field-hint' }, t('Every connection by this protocol has these parameters, unless its device says something else.'));
  const part = section(t('Defaults of all connections'), [fixed(hint), choice, list]);
  return part;
}

/**
 * @param {Editor} editor
 * @param {string} protocol
 */
function listOf(editor, protocol) {
  const { model, stack } = editor;
  const path = `settings.defaults.${protocol}.`;
  return parameterList({
    editor, path,
    hidden: REFUSED,
    protocol: () => protocol,
    names: () => Object.keys(defaultsOf(model, protocol)),
    read: (name) => defaultsOf(model, protocol)[name] ?? '',
    write: (name, value) => stack.execute(setDefault(model, protocol, name, value, { mergeKey: path + name })),
    remove: (name) => stack.execute(setDefault(model, protocol, name, null)),
  });
}

/**
 * Return the protocols that there are, with how many defaults each has beside its title, and those that only the diagram names.
 * @param {Editor} editor
 */
function protocols({ catalogue, model }) {
  return [...new Set([...Object.keys(catalogue), ...Object.keys(model.settings.defaults ?? {})])];
}

/**
 * @param {Editor} editor
 * @param {string} protocol
 */
function titleOf({ catalogue, model }, protocol) {
  const title = catalogue[protocol]?.title ?? protocol;
  const count = Object.keys(defaultsOf(model, protocol)).length;
  return count === 0 ? title : t('{title} ({count})', { title, count });
}

/**
 * Return with which protocol one begins: one that has defaults, else that of the first connection on the drawing.
 * @param {Editor} editor
 * @returns {string}
 */
function firstProtocol({ catalogue, model }) {
  const [given] = Object.keys(model.settings.defaults ?? {});
  const drawn = [...model.nodes.values()].find((node) => isDevice(node) && node.connections.length > 0);
  return given ?? (isDevice(drawn) ? drawn.connections[0].protocol : Object.keys(catalogue)[0]);
}
