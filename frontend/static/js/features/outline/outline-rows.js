/** Flattens the drawing into the rows of the outline: zones with their content, nodes with their cables and access edges. */

import { isNode, isZone, kindOf } from '../../model/items.js';
import { fullLabel, nameOf, titleOf } from '../../model/names.js';
import { describeReach } from '../../model/access.js';
import { OTHER_KINDS } from '../../model/kinds.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

/**
 * @typedef {object} OutlineRow
 * @property {string} key Tells rows apart: a cable is in the outline at both of its ends.
 * @property {string} id The item.
 * @property {number} level From 1.
 * @property {string} label
 * @property {string} detail
 * @property {string} kind Its picture.
 * @property {boolean | null} isOpen null where there is nothing to open.
 * @property {number} place From 1, among its siblings.
 * @property {number} siblings
 */

/**
 * Return the rows of *model*, where the rows in *flipped* are not as they are at first: zones open, nodes closed.
 * @param {DiagramModel} model
 * @param {ReadonlySet<string>} flipped
 * @returns {OutlineRow[]}
 */
export function outlineRows(model, flipped) {
  /** @type {OutlineRow[]} */
  const rows = [];
  const visit = (/** @type {readonly (Node | Zone)[]} */ items, /** @type {number} */ level) => {
    const sorted = [...items].sort((a, b) => rankOf(a) - rankOf(b));
    for (const [place, item] of sorted.entries()) {
      const hasParts = isZone(item) ? model.contentOf(item.id).length > 0 : edgesOf(model, item).length > 0;
      const isOpen = hasParts ? isZone(item) !== flipped.has(item.id) : null;
      rows.push({ ...rowOf(model, item), level, isOpen, place: place + 1, siblings: sorted.length });
      if (!isOpen) continue;
      if (isZone(item)) visit(model.contentOf(item.id), level + 1);
      else rows.push(...edgeRows(model, item, level + 1));
    }
  };
  visit(model.contentOf(null), 1);
  return rows;
}

/**
 * People come first, then zones, then everything else, each in the order of drawing.
 * @param {Node | Zone} item
 */
function rankOf(item) {
  if (isZone(item)) return 1;
  return item.type === 'users' ? 0 : 2;
}

/**
 * @param {DiagramModel} model
 * @param {Node | Zone} item
 */
function rowOf(model, item) {
  const label = isZone(item) ? item.label : fullLabel(item);
  return { key: item.id, id: item.id, label: label || nameOf(model, item.id), detail: detailOf(model, item), kind: kindOf(item) };
}

/**
 * @param {DiagramModel} model
 * @param {Node | Zone} item
 */
function detailOf(model, item) {
  if (isZone(item)) return item.pod === null ? OTHER_KINDS.zone.title : t('One for each of {users}', { users: nameOf(model, item.pod) });
  if (item.type === 'device') return item.connections[0]?.host ?? '';
  if (item.type === 'users') return describeReach(model, item.id);
  return titleOf(item) === item.label ? '' : titleOf(item);
}

/**
 * @param {DiagramModel} model
 * @param {Node} node
 */
function edgesOf(model, node) {
  return node.type === 'users' ? model.accessOf(node.id) : model.linksOf(node.id);
}

/**
 * @param {DiagramModel} model
 * @param {Node} node
 * @param {number} level
 * @returns {OutlineRow[]}
 */
function edgeRows(model, node, level) {
  const edges = edgesOf(model, node);
  return edges.map((edge, place) => {
    const isCable = 'source' in edge;
    const far = isCable ? (edge.source.node === node.id ? edge.target : edge.source) : null;
    const own = isCable ? (edge.source.node === node.id ? edge.source : edge.target) : null;
    const end = far ? far.node : /** @type {import('../../model/diagram.js').Access} */ (edge).target;
    return {
      key: `${node.id}/${edge.id}`,
      id: edge.id,
      level,
      label: isCable ? titleOfCable(model, node.id, end) : t('Reaches {name}', { name: nameOf(model, end) }),
      detail: isCable ? [interfacesOf(own, far), edge.name].filter(Boolean).join(' · ') : '',
      kind: isCable ? 'cable' : 'access',
      isOpen: null,
      place: place + 1,
      siblings: edges.length,
    };
  });
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @param {string} end
 */
function titleOfCable(model, id, end) {
  return id === end ? t('Cable to itself') : t('Cable to {name}', { name: nameOf(model, end) });
}

/**
 * Return the name of the interface at *own*, and of a loop also that at *far*.
 * @param {import('../../model/diagram.js').LinkEnd | null} own
 * @param {import('../../model/diagram.js').LinkEnd | null} far
 */
function interfacesOf(own, far) {
  if (own?.node !== far?.node) return own?.interface;
  return [own?.interface, far?.interface].filter(Boolean).join(' – ');
}

/**
 * Return whether the item *id* can have a name.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {boolean}
 */
export function hasName(model, id) {
  const item = model.item(id);
  return item !== undefined && (isZone(item) || isNode(item));
}
