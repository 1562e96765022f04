/** Sections that several inspectors share: the head with icon and name, count, zone, lock and delete. */

import { pictureOf } from '../../kit/kind-picture.js';
import { button, element } from '../../kit/dom.js';
import { checkField, numberField, selectField, textField } from '../../kit/forms/fields.js';
import { section } from '../../kit/forms/form.js';
import { common, fieldOf } from './binding.js';
import { lazyPart } from './lazy-parts.js';
import { isScenery, kindOf } from '../../model/items.js';
import { layersOf, LONGEST_LAYER } from '../../model/layers.js';
import { mayContain } from '../../model/rules.js';
import { nameOf, titleOf } from '../../model/names.js';
import { putOnLayer } from '../../model/commands/layers.js';
import { lockItems } from '../../model/commands/update.js';
import { removeItems } from '../../model/commands/remove.js';
import { setScenery } from '../../model/commands/scenery.js';
import { setZone } from '../../model/commands/zones.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */

/** As many names as fit into one line are shown, else the first and the last. */
const MOST_SHOWN = 2;

/**
 * Return the head of the inspector for the item *id*: its picture, what it is, and a button to delete it.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function head(editor, id) {
  const picture = element('span', { class: 'inspector-picture' });
  const title = element('h2', {});
  const remove = button({
    icon: 'trash',
    title: t('Delete'),
    classes: 'button-quiet button-small',
    onClick: () => editor.stack.execute(removeItems(editor.model, [id])),
  });
  const update = () => {
    const item = editor.model.item(id);
    if (!item) return;
    title.textContent = titleOf(item);
    picture.replaceChildren(pictureOf(kindOf(item)));
  };
  return { element: element('header', { class: 'inspector-head' }, picture, title, remove), update };
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {{ label?: string, hint?: string, placeholder?: string }} [options]
 * @returns {Field}
 */
export function nameField(editor, id, options = {}) {
  return textField({ label: t('Name'), ...options, .../** @type {any} */ (fieldOf(editor, [id], 'label')) });
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function countField(editor, ids) {
  return numberField({ label: t('Count'), .../** @type {any} */ (fieldOf(editor, ids, 'count')) });
}

/**
 * Return the switch by which the devices *ids* are for the drawing only.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function sceneryField(editor, ids) {
  const { model, stack } = editor;
  return checkField({
    label: t('For the drawing only'),
    name: 'scenery',
    hint: t('Nobody opens it, and the file has nothing of it.'),
    read: () => common(ids.map((id) => model.item(id) ?? null), (item) => isScenery(item)),
    write: (scenery) => stack.execute(setScenery(model, ids, scenery)),
  });
}

/**
 * Return the lines that say what the name and count of *id* stand for: "PC09 … PC19", "10.0.10.109 … 10.0.10.119". They have
 * their room also where there is little to say, so that no field moves when the answer comes while somebody types.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function expansionLine(editor, id) {
  const { model, preview } = editor;
  const shown = element('p', { class: 'expansion' });
  const update = () => {
    const item = model.nodes.get(id);
    if (!item) return;
    const text = describeExpansion(preview.expansionOf(id)) || describeOne(item);
    if (shown.textContent !== text) shown.textContent = shown.title = text;
    shown.classList.toggle('expansion-people', item.type === 'users');
    shown.classList.toggle('expansion-pods', item.type === 'device' && model.zonesAround(id).some(({ pod }) => pod !== null));
  };
  return { element: shown, update };
}

/**
 * Return what is to be said of one device or person, as long as there are no more.
 * @param {import('../../model/diagram.js').Node} node
 */
function describeOne(node) {
  const host = node.type === 'device' ? node.connections.find((connection) => connection.host !== '')?.host : undefined;
  return [node.label, host].filter(Boolean).join('\n');
}

/**
 * @param {import('../../server/api-types.js').Expansion | null} expansion
 * @returns {string}
 */
export function describeExpansion(expansion) {
  if (!expansion) return '';
  const { count, copies = 1, items, ends = [] } = expansion;
  if (ends.length > 0) return ends.map((end) => describeCopy(end, count)).join(copies > 2 ? '\n…\n' : '\n');
  if (count < 2) return '';
  const hosts = listHosts(items, count);
  return [listNames(items, count), hosts].filter(Boolean).join('\n');
}

/**
 * @param {import('../../server/api-types.js').ExpandedCopy} copy
 * @param {number} count
 */
function describeCopy({ user, items }, count) {
  const hosts = listHosts(items, count);
  const names = listNames(items, count);
  return hosts ? t('{user}: {names} at {hosts}', { user, names, hosts }) : t('{user}: {names}', { user, names });
}

/**
 * @param {import('../../server/api-types.js').ExpandedItem[]} items
 * @param {number} count
 */
function listNames(items, count) {
  return abridge(items.map((item) => item.name), count);
}

/**
 * @param {import('../../server/api-types.js').ExpandedItem[]} items
 * @param {number} count
 */
function listHosts(items, count) {
  return abridge(items.map((item) => item.host ?? '').filter(Boolean), count);
}

/**
 * Return *values*, the first and last of *count*, as a short list; without values it is empty.
 * @param {string[]} values
 * @param {number} count
 */
function abridge(values, count) {
  return count <= MOST_SHOWN || values.length < 2 ? values.join(', ') : `${values[0]} … ${values.at(-1)}`;
}

/**
 * Return the field for the zone that the nodes or zones *ids* are in.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
function zoneField(editor, ids) {
  const { model, stack } = editor;
  const fitting = () => [...model.zones.values()].filter((zone) => ids.every((id) => mayContain(model, zone.id, id) === true));
  const binding = /** @type {any} */ (fieldOf(editor, ids, 'zone'));
  return selectField({
    label: t('In zone'),
    name: 'zone',
    options: () => [{ value: '', label: t('None') }, ...fitting().map((zone) => ({ value: zone.id, label: nameOf(model, zone.id) }))],
    read: () => binding.read() ?? '',
    write: (value) => stack.execute(setZone(model, ids, value || null)),
  });
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
function lockField(editor, ids) {
  const binding = /** @type {any} */ (fieldOf(editor, ids, 'locked'));
  return checkField({
    ...binding,
    label: t('Locked in place'),
    write: (locked) => editor.stack.execute(lockItems(editor.model, ids, locked)),
  });
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
function layerField({ model, stack }, ids) {
  return textField({
    label: t('Layer'),
    name: 'layer',
    longest: LONGEST_LAYER,
    placeholder: t('None'),
    list: layersOf(model).map(({ name }) => name),
    read: () => common(ids.map((id) => model.placed(id)), (item) => item?.layer ?? ''),
    write: (name) => stack.execute(putOnLayer(model, ids, name, { mergeKey: `${ids.join(' ')} layer` })),
  });
}

/**
 * Return the section on where the nodes or zones *ids* are: in which zone, at which place, on which layer, and whether they may be moved.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {readonly Field[]} [further] What follows the place.
 * @returns {Field}
 */
export function placeSection(editor, ids, further = []) {
  const geometry = lazyPart(({ geometryFields }) => geometryFields(editor, ids), { isQuiet: true });
  return section(t('Place'), [zoneField(editor, ids), geometry, ...further, layerField(editor, ids), lockField(editor, ids)]);
}
