/** The inspector of a device: name, count, kind, connections, access and zone. */

import { button, element } from '../../kit/dom.js';
import { row, selectField } from '../../kit/forms/fields.js';
import { fixed, line, section, shaped } from '../../kit/forms/form.js';
import { fieldOf } from './binding.js';
import { countField, expansionLine, head, nameField, placeSection, sceneryField } from './common.js';
import { connectionSection, noConnections } from './connections/connection.js';
import { lazyPart } from './lazy-parts.js';
import { addConnection } from '../../model/commands/connections.js';
import { isDevice, isScenery } from '../../model/items.js';
import { DEVICE_KINDS, KINDS } from '../../model/kinds.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Connection} Connection */

/** What further connections usually are, the likeliest first. */
const USUAL = ['ssh', 'vnc', 'rdp', 'telnet'];

/**
 * Return the fields for the device *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
export function deviceFields(editor, id) {
  const connections = () => {
    const device = editor.model.item(id);
    return isDevice(device) ? device.connections : [];
  };
  const opened = () => (isScenery(editor.model.item(id)) ? [] : connections());
  const list = shaped(
    () => opened().map((connection) => connection.protocol).join('\n'),
    () => opened().map((_, place) => connectionSection(editor, id, place)),
    'connections',
  );
  return [
    head(editor, id),
    section(t('Device'), [
      row('row-name', nameField(editor, id), countField(editor, [id])),
      expansionLine(editor, id),
      kindField(editor, [id]),
      sceneryField(editor, [id]),
      line(() => (opened().length < connections().length ? plural('Its connection waits.', 'Its {count} connections wait.', connections().length) : '')),
    ], { isFirst: true }),
    list,
    adder(editor, id, connections),
    lazyPart(({ reachedBySection }) => [reachedBySection(editor, id)], { isQuiet: true }),
    placeSection(editor, [id]),
  ];
}

/**
 * Return the field for the kind of the devices *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function kindField(editor, ids) {
  return selectField({
    label: t('Kind'),
    options: DEVICE_KINDS.map((value) => ({ value, label: KINDS[value].title })),
    .../** @type {any} */ (fieldOf(editor, ids, 'kind')),
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {() => readonly Connection[]} connections
 * @returns {Field}
 */
function adder(editor, id, connections) {
  const none = fixed(noConnections());
  const add = button({
    icon: 'plus',
    label: t('Add a connection'),
    classes: 'button-small',
    onClick: () => editor.stack.execute(addConnection(editor.model, id, nextConnection(connections()))),
  });
  const presets = lazyPart(({ presetButton }) => [fixed(presetButton(editor, id))], { isQuiet: true });
  const update = () => {
    none.element.hidden = connections().length > 0 || isScenery(editor.model.item(id));
    presets.element.hidden = isScenery(editor.model.item(id));
    presets.update();
  };
  const buttons = element('div', { class: 'toolbar' }, add, presets.element);
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
