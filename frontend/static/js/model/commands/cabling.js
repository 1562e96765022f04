/** Commands on cables that take part of several items at once: a node put into a cable, an end moved elsewhere, many nodes joined to one. */

import { findZoneAround } from '../geometry/containment.js';
import { ChangeRecorder } from '../change-recorder.js';
import { createLink } from '../diagram.js';
import { nameAll, nameOf, nounOf } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../../util/ids.js').NewId} NewId */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * Put *node* into the cable *linkId*, which then ends at it, and join it to the former other end by a second cable. The
 * interfaces at the old ends stay; those at the node have no name yet. A node that is on the drawing moves to its place.
 * @param {DiagramModel} model
 * @param {NewId} newId
 * @param {string} linkId
 * @param {Node} node As it shall be, with its place.
 * @returns {Command}
 */
export function insertIntoLink(model, newId, linkId, node) {
  const link = model.links.get(linkId);
  if (!link) throw new Error(`There is no link '${linkId}' on the drawing`);
  const recorder = new ChangeRecorder(model);
  const placed = { ...node, zone: findZoneAround(model.zones.values(), node) };
  if (model.nodes.has(node.id)) recorder.update(node.id, { x: placed.x, y: placed.y, zone: placed.zone });
  else recorder.add('nodes', placed);
  const middle = { node: node.id, interface: '' };
  const straight = link.bends ? { bends: [] } : {};
  recorder.update(linkId, { target: middle, ...straight });
  recorder.add('links', { ...link, ...straight, id: newId('l'), source: middle, target: link.target });
  return recorder.toCommand(t('Put {name} into {cable}', { name: node.label || nounOf(node), cable: nameOf(model, linkId) }));
}

/**
 * Move the end of the cable *linkId* at *side* to the node *nodeId*. Its interface keeps its name, unless that is in use there.
 * @param {DiagramModel} model
 * @param {string} linkId
 * @param {'source' | 'target'} side
 * @param {string} nodeId
 * @returns {Command}
 */
export function moveEnd(model, linkId, side, nodeId) {
  const link = model.links.get(linkId);
  if (!link) throw new Error(`There is no link '${linkId}' on the drawing`);
  const taken = model.linksOf(nodeId).flatMap(({ source, target }) => [source, target]).filter(({ node }) => node === nodeId);
  const name = link[side].interface;
  const recorder = new ChangeRecorder(model);
  recorder.update(linkId, { [side]: { node: nodeId, interface: taken.some((end) => end.interface === name) ? '' : name } });
  return recorder.toCommand(t('Move an end of {cable} to {name}', { cable: nameOf(model, linkId), name: nameOf(model, nodeId) }));
}

/**
 * Join each of the nodes *ids* to *targetId* by a cable of its own.
 * @param {DiagramModel} model
 * @param {NewId} newId
 * @param {readonly string[]} ids
 * @param {string} targetId
 * @returns {Command}
 */
export function connectAll(model, newId, ids, targetId) {
  const recorder = new ChangeRecorder(model);
  for (const id of ids) recorder.add('links', createLink(newId('l'), id, targetId));
  if (ids.length === 1 && ids[0] === targetId) return recorder.toCommand(t('Connect {name} to itself', { name: nameOf(model, targetId) }));
  return recorder.toCommand(t('Connect {one} and {other}', { one: nameAll(model, ids), other: nameOf(model, targetId) }));
}
