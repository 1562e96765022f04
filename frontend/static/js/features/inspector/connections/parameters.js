/** The list of further parameters of a connection, and the combobox that adds one. */

import { button, element } from '../../../kit/dom.js';
import { combobox } from '../../../kit/forms/combobox.js';
import { shaped } from '../../../kit/forms/form.js';
import { connectionOf, specOf } from '../binding.js';
import { withTokenButtons } from './token-buttons.js';
import { parameterControl } from './parameter-control.js';
import { copiesPart } from './copies.js';
import { setParameter } from '../../../model/commands/connections.js';
import { dropParameter } from '../../../model/commands/copies.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../server/catalogue.js').ParameterSpec} ParameterSpec */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/** @typedef {import('../binding.js').Place} Place */

/**
 * Return the part with all parameters of the connection at *place* of the device *id* but *others*.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {readonly string[]} others
 * @returns {Field}
 */
export function parametersPart(editor, id, place, others) {
  const names = () => Object.keys(connectionOf(editor, id, place)?.parameters ?? {}).filter((name) => !others.includes(name));
  const adder = combobox({
    label: t('Add a parameter'),
    name: `connections.${place}.add`,
    placeholder: t('Add a parameter …'),
    choices: () => choicesOf(editor, id, place, [...names(), ...others]),
    onChoose: (name) => add({ editor, id, place, name }),
    isOpen: true,
  });
  const copies = copiesPart(editor, id, place, others.filter((name) => specOf({ editor, id, place, name })));
  const shape = () => names().map((name) => `${name} ${specOf({ editor, id, place, name })?.help}`).join('\n');
  const list = shaped(shape, () => names().map((name) => parameterField({ editor, id, place, name })));
  return {
    element: element('div', { class: 'parameters' }, list.element, adder, copies.element),
    update: () => {
      list.update();
      copies.update();
    },
  };
}

/** @param {Place} where */
function add(where) {
  const { editor, id, place, name } = where;
  editor.stack.execute(setParameter(editor.model, id, place, name, firstValue(specOf(where))));
  const field = document.querySelector(`[name="${CSS.escape(fieldName(where))}"]`);
  if (field instanceof HTMLElement) field.focus();
}

/**
 * Return with what a parameter begins: a switch is added to be switched, another one shows its default.
 * @param {ParameterSpec | undefined} spec
 */
function firstValue(spec) {
  if (spec?.kind === 'boolean') return String(spec.default !== 'true');
  return spec?.default ?? '';
}

/**
 * @param {Place} where
 * @returns {Field}
 */
function parameterField(where) {
  const { editor, id, place, name } = where;
  const spec = specOf(where);
  const remove = button({
    icon: 'close',
    title: t('Remove {name}', { name }),
    look: 'button-quiet button-small',
    onClick: () => editor.stack.execute(dropParameter(editor.model, id, place, name)),
  });
  const options = { mergeKey: `${id} ${fieldName(where)}` };
  const control = parameterControl({
    label: name,
    name: fieldName(where),
    hint: hintOf(editor, spec),
    placeholder: spec?.default ?? '',
    read: () => connectionOf(editor, id, place)?.parameters[name] ?? '',
    write: (value) => editor.stack.execute(setParameter(editor.model, id, place, name, value, options)),
  }, spec);
  const field = spec?.offers.length ? withTokenButtons(control, () => spec) : control;
  return {
    element: element('div', { class: 'parameter' }, field.element, remove),
    update: field.update,
  };
}

/**
 * @param {Editor} editor
 * @param {ParameterSpec | undefined} spec
 */
function hintOf(editor, spec) {
  if (!spec) return t('Guacamole does not know this parameter for this protocol, and will not pass it on.');
  const { guacamole } = editor.model.settings;
  const upToNow = editor.versions.slice(0, editor.versions.indexOf(guacamole) + 1);
  const help = spec.default ? t('{help} Without it: {value}.', { help: spec.help ?? '', value: spec.default }).trim() : spec.help ?? '';
  if (spec.since === null || upToNow.includes(spec.since)) return help;
  return editor.versions.includes(spec.since)
    ? t('{help} Only since Guacamole {version}.', { help, version: spec.since })
    : t('{help} In no release of Guacamole yet.', { help });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {string[]} taken
 */
function choicesOf(editor, id, place, taken) {
  return choicesAmong(editor.catalogue[connectionOf(editor, id, place)?.protocol ?? '']?.parameters ?? [], taken);
}

/**
 * Return those of *specs* that can be added where the *taken* ones are, the essential ones first.
 * @param {readonly ParameterSpec[]} specs
 * @param {readonly string[]} taken
 */
export function choicesAmong(specs, taken) {
  return specs
    .filter(({ name }) => !taken.includes(name) && name !== 'hostname' && name !== 'port')
    .sort((a, b) => Number(b.essential) - Number(a.essential))
    .map(({ name, section, help }) => ({ value: name, label: name, detail: help || section }));
}

/** @param {Place} where */
function fieldName({ place, name }) {
  return `connections.${place}.parameters.${name}`;
}
