/** Commands that add items. */

import { ChangeRecorder } from '../change-recorder.js';
import { nameOf, nounOf } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {import('../diagram.js').Access} Access */

/**
 * @typedef {object} Items A part of a diagram.
 * @property {readonly Node[]} [nodes]
 * @property {readonly Zone[]} [zones]
 * @property {readonly Link[]} [links]
 * @property {readonly Access[]} [access]
 */

/**
 * Add *node*.
 * @param {DiagramModel} model
 * @param {Node} node
 * @returns {Command}
 */
export function addNode(model, node) {
  return addItems(model, { nodes: [node] }, t('Add {name}', { name: node.label || nounOf(node) }));
}

/**
 * Add all *items* in one step.
 * @param {DiagramModel} model
 * @param {Items} items
 * @param {string} label
 * @returns {Command}
 */
export function addItems(model, items, label) {
  const recorder = new ChangeRecorder(model);
  for (const zone of items.zones ?? []) recorder.add('zones', zone);
  for (const node of items.nodes ?? []) recorder.add('nodes', node);
  for (const link of items.links ?? []) recorder.add('links', link);
  for (const edge of items.access ?? []) recorder.add('access', edge);
  return recorder.toCommand(label);
}

/**
 * Join two nodes by the cable *link*.
 * @param {DiagramModel} model
 * @param {Link} link
 * @returns {Command}
 */
export function connect(model, link) {
  const [one, other] = [nameOf(model, link.source.node), nameOf(model, link.target.node)];
  const label = link.source.node === link.target.node ? t('Connect {name} to itself', { name: one }) : t('Connect {one} and {other}', { one, other });
  return addItems(model, { links: [link] }, label);
}
