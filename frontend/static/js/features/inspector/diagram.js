/** The inspector of the whole diagram, shown while nothing is selected: the settings of the generated file. */

import { element } from '../../kit/dom.js';
import { selectField, textField } from '../../kit/forms/fields.js';
import { fixed, line, section } from '../../kit/forms/form.js';
import { lazyPart } from './lazy-parts.js';
import { setTitle, updateSettings } from '../../model/commands/settings.js';
import { shownTitle } from '../../model/shown-title.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Settings} Settings */

const HASHING = [
  { value: 'plain', label: t('Plain text') },
  { value: 'sha256', label: t('SHA-256 (Guacamole 1.4.0 and later)') },
  { value: 'md5', label: t('MD5') },
];

/** @type {Readonly<Record<Settings['hashing'], string>>} */
const WHAT_HASHING_MEANS = {
  plain: t('Whoever can read the file can read the passwords.'),
  sha256: t('Passwords cannot be read from the file. The hashes have no salt: use random passwords only.'),
  md5: t('For old versions of Guacamole. MD5 is broken and has no salt: use random passwords only.'),
};

/**
 * Return the fields for the diagram itself.
 * @param {Editor} editor
 * @returns {Field[]}
 */
export function diagramFields(editor) {
  const { model, stack } = editor;
  const title = textField({
    label: t('Title'),
    name: 'title',
    longest: 200,
    read: () => shownTitle(model),
    write: (value) => stack.execute(setTitle(model, value, { mergeKey: 'title' })),
  });
  const version = selectField({
    label: t('Guacamole version'),
    name: 'guacamole',
    options: editor.versions.map((value) => ({ value, label: value })),
    read: () => model.settings.guacamole,
    write: (guacamole) => stack.execute(updateSettings(model, { guacamole })),
  });
  const hashing = selectField({
    label: t('Passwords in the file'),
    name: 'hashing',
    options: HASHING,
    read: () => model.settings.hashing,
    write: (value) => stack.execute(updateSettings(model, { hashing: /** @type {Settings['hashing']} */ (value) })),
  });
  const meaning = line(() => WHAT_HASHING_MEANS[model.settings.hashing]);
  const hint = element('p', { class: 'field-hint' }, t('Select something on the drawing to see and change its properties.'));
  return [
    fixed(element('header', { class: 'inspector-head' }, element('h2', {}, t('Diagram')))),
    section(t('Diagram'), [title, version, hashing, meaning], { isFirst: true }),
    lazyPart(({ defaultsSection, randomPasswords, routeOfAllField }) => [
      section(t('Drawing'), [routeOfAllField(editor)]), randomPasswords(editor), defaultsSection(editor),
    ], { isQuiet: true }),
    { element: element('div', { class: 'section section-plain' }, hint), update: () => {} },
  ];
}
