/** The inspectors of zones, networks, gateways, notes, shapes, cables and access edges. */

import { button, element } from '../../kit/dom.js';
import { linesField, selectField, textField } from '../../kit/forms/fields.js';
import { fixed, line, section, shaped } from '../../kit/forms/form.js';
import { fieldOf } from './binding.js';
import { cableSection } from './cables.js';
import { reachedBySection } from './access.js';
import { head, nameField, placeSection } from './common.js';
import { colorField, headingField, noteStyleFields, shapeFields } from './style-fields.js';
import { pictureFields } from './picture.js';
import { reference } from './reference.js';
import { isAccess, isLink, isPicture, isZone } from '../../model/items.js';
import { countUsers } from '../../model/diagram.js';
import { nameOf } from '../../model/names.js';
import { removeItems } from '../../model/commands/remove.js';
import { nameInterface } from '../../model/commands/update.js';
import { setPod, ungroup } from '../../model/commands/zones.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Item} Item */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */

/** @type {Readonly<Partial<Record<Node['type'], (editor: Editor, id: string) => Field[]>>>} */
const NODE_FIELDS = { network: networkFields, gateway: gatewayFields, note: noteFields, shape: shapeInspector };

/**
 * Return the fields for *item*, neither a device nor users.
 * @param {Editor} editor
 * @param {Item} item
 * @returns {Field[]}
 */
export function otherFields(editor, item) {
  if (isZone(item)) return zoneFields(editor, item.id);
  if (isLink(item)) return linkFields(editor, item.id);
  if (isAccess(item)) return accessFields(editor, item.id);
  return NODE_FIELDS[item.type]?.(editor, item.id) ?? [];
}

/**
 * Return the fields for the zone *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function zoneFields(editor, id) {
  const dissolve = button({
    label: t('Remove the zone only'),
    title: t('Remove the zone and keep what is in it'),
    classes: 'button-small',
    onClick: () => editor.stack.execute(ungroup(editor.model, [id])),
  });
  const content = line(() => {
    const inside = editor.model.allContentOf(id).length;
    return inside === 0 ? t('Nothing in it yet. Drag devices into the box.') : plural('{count} item in it.', '{count} items in it.', inside);
  });
  const parts = [nameField(editor, id), podField(editor, id), colorField(editor, [id]), content, fixed(dissolve)];
  return [head(editor, id), section(t('Zone'), parts, { isFirst: true }), reachedBySection(editor, id), placeSection(editor, [id])];
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function podField(editor, id) {
  const groups = () => [...editor.model.nodes.values()].filter((node) => node.type === 'users');
  const each = () => groups().map((users) => ({ value: users.id, label: t('One for each of {users} ({count})', { users: nameOf(editor.model, users.id), count: countUsers(users) }) }));
  return selectField({
    label: t('This zone exists'),
    name: 'pod',
    hint: groups().length === 0
      ? t('Add users to give each of them a copy of their own.')
      : t('In a copy, {pod} in names, hosts and ports is the number of the person.'),
    options: () => [{ value: '', label: t('Once') }, ...each()],
    read: () => editor.model.zones.get(id)?.pod ?? '',
    write: (value) => editor.stack.execute(setPod(editor.model, id, value || null)),
  });
}

/**
 * Return the fields for the network *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function networkFields(editor, id) {
  const name = section(t('Network'), [nameField(editor, id)], { isFirst: true });
  return [head(editor, id), name, cabledSection(editor, id), reachedBySection(editor, id), placeSection(editor, [id])];
}

/**
 * Return the fields for the gateway *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function gatewayFields(editor, id) {
  const why = element('p', { class: 'field-hint' }, t('Where Guacamole runs. Devices that no cable path joins to it are marked as a problem.'));
  const name = section(t('Gateway'), [nameField(editor, id), fixed(why)], { isFirst: true });
  return [head(editor, id), name, cabledSection(editor, id), placeSection(editor, [id])];
}

/**
 * Return the fields for the note *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function noteFields(editor, id) {
  const text = linesField({ label: t('Text'), rows: 6, .../** @type {any} */ (fieldOf(editor, [id], 'label')) });
  const fields = [text, headingField(editor, id), colorField(editor, [id]), ...noteStyleFields(editor, id)];
  return [head(editor, id), section(t('Note'), fields, { isFirst: true }), placeSection(editor, [id])];
}

/**
 * Return the fields for the shape *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function shapeInspector(editor, id) {
  if (isPicture(editor.model.item(id))) return pictureFields(editor, id);
  const text = linesField({ label: t('Text'), rows: 2, .../** @type {any} */ (fieldOf(editor, [id], 'label')) });
  const [figure, ...size] = shapeFields(editor, id);
  return [head(editor, id), section(t('Shape'), [text, figure, colorField(editor, [id])], { isFirst: true }), placeSection(editor, [id], size)];
}

/**
 * Return the fields for the cable *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function linkFields(editor, id) {
  const ends = section(t('Ends'), [endField(editor, id, 'source'), endField(editor, id, 'target')], { isFirst: true });
  return [head(editor, id), ends, cableSection(editor, [id])];
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {'source' | 'target'} end
 */
function endField(editor, id, end) {
  const node = editor.model.links.get(id)?.[end].node ?? '';
  return textField({
    label: t('Interface of {name}', { name: nameOf(editor.model, node) }),
    name: end,
    placeholder: t('For example eth0'),
    isMono: true,
    read: () => editor.model.links.get(id)?.[end].interface ?? '',
    write: (value) => editor.stack.execute(nameInterface(editor.model, id, end, value, { mergeKey: `${id} ${end}` })),
  });
}

/**
 * Return the fields for the access edge *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function accessFields(editor, id) {
  const edge = editor.model.access.get(id);
  if (!edge) return [];
  const users = element('ul', { class: 'references' }, reference(editor, edge.users));
  const target = element('ul', { class: 'references' }, reference(editor, edge.target));
  const remove = button({
    label: t('Take this access away'),
    classes: 'button-small button-danger',
    onClick: () => editor.stack.execute(removeItems(editor.model, [id])),
  });
  return [head(editor, id), section(t('These people'), [fixed(users)]), section(t('Reach this'), [fixed(target), fixed(remove)])];
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function cabledSection(editor, id) {
  const others = () => editor.model.linksOf(id).map((link) => otherEnd(link, id));
  const list = shaped(
    () => others().map((other) => `${other} ${nameOf(editor.model, other)}`).join('\n'),
    () => others().map((other) => fixed(element('ul', {}, reference(editor, other)))),
    'references',
  );
  const none = line(() => (others().length === 0 ? t('No cables yet. Press L, then click both ends.') : ''));
  return section(t('Cables to'), [none, list]);
}

/**
 * @param {Link} link
 * @param {string} id
 */
function otherEnd(link, id) {
  return link.source.node === id ? link.target.node : link.source.node;
}
