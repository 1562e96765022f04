/** The list of parameters of a connection or of the defaults, and the combobox that adds one. */

import { button, element } from '../../../kit/dom.js';
import { combobox } from '../../../kit/forms/combobox.js';
import { row } from '../../../kit/forms/fields.js';
import { shaped } from '../../../kit/forms/form.js';
import { connectionOf, specOf } from '../binding.js';
import { withTokenButtons } from './token-buttons.js';
import { parameterControl } from './parameter-control.js';
import { copiesPart } from './copies.js';
import { inheritable, inheritanceOf, withInheritance } from './inheritance.js';
import { setParameter } from '../../../model/commands/connections.js';
import { dropParameter } from '../../../model/commands/copies.js';
import { defaultsOf } from '../../../model/commands/defaults.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../server/catalogue.js').ParameterSpec} ParameterSpec */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/** @typedef {import('./inheritance.js').Inheritance} Inheritance */

/**
 * @typedef {object} Home Where parameters stand: in a connection, or among the defaults of a protocol.
 * @property {Editor} editor
 * @property {string} path What the names of the fields begin with.
 * @property {() => string} protocol
 * @property {() => string[]} names The parameters that are shown.
 * @property {string[]} hidden Those that are not offered here.
 * @property {(name: string) => string | typeof import('../../../kit/forms/fields.js').MIXED} read
 * @property {(name: string, value: string) => void} write
 * @property {(name: string) => void} remove
 * @property {(name: string) => Inheritance} [inheritance] What is to be said of a default, where there may be any.
 */

/**
 * Return the part with all parameters of the connection at *place* of the device *id* but *others*: those of the diagram,
 * which it may have in another way, and its own.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {readonly string[]} others
 * @returns {Field}
 */
export function parametersPart(editor, id, place, others) {
  const own = () => connectionOf(editor, id, place)?.parameters ?? {};
  const protocol = () => connectionOf(editor, id, place)?.protocol ?? '';
  const path = `connections.${place}.parameters.`;
  const list = parameterList({
    editor, path, protocol,
    hidden: [...others],
    names: () => [...new Set([...inheritable(editor, protocol()), ...Object.keys(own())])].filter((name) => !others.includes(name)),
    read: (name) => own()[name] ?? defaultsOf(editor.model, protocol())[name] ?? '',
    write: (name, value) => editor.stack.execute(setParameter(editor.model, id, place, name, value, { mergeKey: `${id} ${path}${name}` })),
    remove: (name) => editor.stack.execute(dropParameter(editor.model, id, place, name)),
    inheritance: (name) => inheritanceOf({ editor, id, place, name }),
  });
  const copies = copiesPart(editor, id, place, others.filter((name) => specOf({ editor, id, place, name })));
  return row('parameters', list, copies);
}

/**
 * Return the list of the parameters at *home*, and the field that adds one.
 * @param {Home} home
 * @returns {Field}
 */
export function parameterList(home) {
  const { editor, path, hidden, names } = home;
  const specs = () => editor.catalogue[home.protocol()]?.parameters ?? [];
  const specNamed = (/** @type {string} */ name) => specs().find((spec) => spec.name === name);
  const adder = combobox({
    label: t('Add a parameter'),
    name: `${path.split('.').slice(0, -2).join('.')}.add`,
    placeholder: t('Add a parameter …'),
    choices: () => choicesAmong(specs(), [...names(), ...hidden]),
    onChoose: (name) => add(home, name, specNamed(name)),
    isOpen: true,
  });
  const shape = () => names().map((name) => `${name} ${specNamed(name)?.help} ${home.inheritance?.(name).state !== undefined}`).join('\n');
  const list = shaped(shape, () => names().map((name) => parameterField(home, name, specNamed(name))));
  return { element: element('div', { class: 'parameters' }, list.element, adder), update: list.update };
}

/**
 * @param {Home} home
 * @param {string} name
 * @param {ParameterSpec | undefined} spec
 */
function add(home, name, spec) {
  home.write(name, firstValue(spec));
  const field = document.querySelector(`[name="${CSS.escape(home.path + name)}"]`);
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
 * @param {Home} home
 * @param {string} name
 * @param {ParameterSpec | undefined} spec
 * @returns {Field}
 */
function parameterField(home, name, spec) {
  const remove = button({
    icon: 'close',
    title: t('Remove {name}', { name }),
    classes: 'button-quiet button-small',
    onClick: () => home.remove(name),
  });
  const control = parameterControl({
    label: name,
    name: home.path + name,
    hint: hintOf(home.editor, spec),
    placeholder: spec?.default ?? '',
    read: () => home.read(name),
    write: (value) => home.write(name, value),
  }, spec);
  const field = spec?.offers.length ? withTokenButtons(control, () => spec) : control;
  const inheritance = home.inheritance && withInheritance(field, () => home.inheritance?.(name) ?? {});
  const update = () => {
    (inheritance ?? field).update();
    remove.hidden = home.inheritance?.(name).state !== undefined;
  };
  return { element: element('div', { class: 'parameter' }, field.element, remove), update };
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
