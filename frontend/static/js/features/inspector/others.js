/** The inspector for zones, networks, gateways, notes, cables and access edges. */

import { button, element } from '../../kit/dom.js';
import { linesField, numberField, row, selectField, textField } from '../../kit/forms/fields.js';
import { fixed, line, section, shaped } from '../../kit/forms/form.js';
import { reachedBySection } from './access.js';
import { fieldOf } from './binding.js';
import { head, nameField, placeSection, reference } from './common.js';
import { plural } from '../../util/format.js';
import { countUsers } from '../../model/diagram.js';
import { nameOf } from '../../model/names.js';
import { removeItems } from '../../model/commands/remove.js';
import { nameInterface } from '../../model/commands/update.js';
import { resizeZone, setPod, ungroup } from '../../model/commands/zones.js';
import { boxOf, SMALLEST_ZONE } from '../../model/boxes.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Link} Link */

/**
 * Return the fields for the zone *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function zoneFields(desk, id) {
  const dissolve = button({
    label: 'Remove the zone only',
    title: 'Remove the zone and keep what is in it',
    look: 'button-small',
    onClick: () => desk.stack.execute(ungroup(desk.model, [id])),
  });
  const content = line(() => {
    const inside = desk.model.allContentOf(id).length;
    return inside === 0 ? 'Nothing in it yet. Drag devices into the box.' : `${plural(inside, 'item')} in it.`;
  });
  const parts = [nameField(desk, id), podField(desk, id), content, fixed(dissolve)];
  return [head(desk, id), section('Zone', parts, { isFirst: true }), reachedBySection(desk, id), placeSection(desk, [id], [sizeRow(desk, id)])];
}

/**
 * Return the fields for how large the zone *id* is; one that is locked stays as it is.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field}
 */
function sizeRow(desk, id) {
  const zone = () => desk.model.zones.get(id);
  const side = (/** @type {string} */ label, /** @type {'width' | 'height'} */ name) => numberField({
    label, name,
    min: SMALLEST_ZONE,
    isLate: true,
    read: () => Math.round(zone()?.[name] ?? 0),
    write: (value) => {
      const now = zone();
      if (now) desk.stack.execute(resizeZone(desk.model, id, { ...boxOf(now), [name]: value }));
    },
  });
  const sides = row('row-even', side('Width', 'width'), side('Height', 'height'));
  const update = () => {
    sides.update();
    for (const input of sides.element.querySelectorAll('input')) input.disabled = zone()?.locked === true;
  };
  return { element: sides.element, update };
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function podField(desk, id) {
  const groups = () => [...desk.model.nodes.values()].filter((node) => node.type === 'users');
  const each = () => groups().map((users) => ({ value: users.id, label: `One for each of ${nameOf(desk.model, users.id)} (${countUsers(users)})` }));
  return selectField({
    label: 'This zone exists',
    name: 'pod',
    hint: groups().length === 0
      ? 'Add users to give each of them a copy of their own.'
      : 'In a copy, {pod} in names, hosts and ports is the number of the person.',
    options: () => [{ value: '', label: 'Once' }, ...each()],
    read: () => desk.model.zones.get(id)?.pod ?? '',
    write: (value) => desk.stack.execute(setPod(desk.model, id, value || null)),
  });
}

/**
 * Return the fields for the network *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function networkFields(desk, id) {
  const name = section('Network', [nameField(desk, id)], { isFirst: true });
  return [head(desk, id), name, cabledSection(desk, id), reachedBySection(desk, id), placeSection(desk, [id])];
}

/**
 * Return the fields for the gateway *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function gatewayFields(desk, id) {
  const why = element('p', { class: 'field-hint' }, 'Where Guacamole runs. Devices that no cable path joins to it are marked as a problem.');
  const name = section('Gateway', [nameField(desk, id), fixed(why)], { isFirst: true });
  return [head(desk, id), name, cabledSection(desk, id), placeSection(desk, [id])];
}

/**
 * Return the fields for the note *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function noteFields(desk, id) {
  const text = linesField({ label: 'Text', rows: 6, .../** @type {any} */ (fieldOf(desk, [id], 'label')) });
  return [head(desk, id), section('Note', [text], { isFirst: true }), placeSection(desk, [id])];
}

/**
 * Return the fields for the cable *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function linkFields(desk, id) {
  return [head(desk, id), section('Ends', [endField(desk, id, 'source'), endField(desk, id, 'target')], { isFirst: true })];
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {'source' | 'target'} end
 */
function endField(desk, id, end) {
  const node = desk.model.links.get(id)?.[end].node ?? '';
  return textField({
    label: `Interface of ${nameOf(desk.model, node)}`,
    name: end,
    placeholder: 'For example eth0',
    isMono: true,
    read: () => desk.model.links.get(id)?.[end].interface ?? '',
    write: (value) => desk.stack.execute(nameInterface(desk.model, id, end, value, { mergeKey: `${id} ${end}` })),
  });
}

/**
 * Return the fields for the access edge *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function accessFields(desk, id) {
  const edge = desk.model.access.get(id);
  if (!edge) return [];
  const users = element('ul', { class: 'references' }, reference(desk, edge.users));
  const target = element('ul', { class: 'references' }, reference(desk, edge.target));
  const remove = button({
    label: 'Take this access away',
    look: 'button-small button-danger',
    onClick: () => desk.stack.execute(removeItems(desk.model, [id])),
  });
  return [head(desk, id), section('These people', [fixed(users)]), section('Reach this', [fixed(target), fixed(remove)])];
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function cabledSection(desk, id) {
  const others = () => desk.model.linksOf(id).map((link) => otherEnd(link, id));
  const list = shaped(
    () => others().map((other) => `${other} ${nameOf(desk.model, other)}`).join('\n'),
    () => others().map((other) => fixed(element('ul', {}, reference(desk, other)))),
    'references',
  );
  const none = line(() => (others().length === 0 ? 'No cables yet. Press L, then click both ends.' : ''));
  return section('Cables to', [none, list]);
}

/**
 * @param {Link} link
 * @param {string} id
 */
function otherEnd(link, id) {
  return link.source.node === id ? link.target.node : link.source.node;
}
