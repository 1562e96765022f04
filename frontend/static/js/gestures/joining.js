/** Joins two items by a cable, or by an access edge if one of them is a users node. */

import { createLink } from '../model/diagram.js';
import { giveAccess } from '../model/commands/access.js';
import { connect } from '../model/commands/add.js';
import { mayConnect, mayGiveAccess, mayHaveCables } from '../model/rules.js';
import { hitNode, hitZone } from '../view/hit-test.js';
import { trimPath } from '../view/shapes.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/rules.js').Verdict} Verdict */
/** @typedef {import('../util/geometry.js').Point} Point */

/** How far, in pixels, a line is drawn out at least before it may come back to where it began. */
export const LOOP_REACH = 40;

/**
 * Return what a line from *sourceId* is: access where it starts at people, else a cable.
 * @param {DiagramModel} model
 * @param {string} sourceId
 * @returns {'access' | 'cable'}
 */
export function kindFrom(model, sourceId) {
  return model.nodes.get(sourceId)?.type === 'users' ? 'access' : 'cable';
}

/**
 * Return what a line between *a* and *b* is, whichever comes first; only access has people at an end.
 * @param {DiagramModel} model
 * @param {string} a
 * @param {string | null} b
 * @returns {'access' | 'cable'}
 */
export function kindBetween(model, a, b) {
  return kindFrom(model, a) === 'access' ? 'access' : kindFrom(model, b ?? '');
}

/**
 * Return whether a line may start at *id*.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {Verdict}
 */
export function mayStart(model, id) {
  return kindFrom(model, id) === 'access' ? true : mayHaveCables(model, id);
}

/**
 * Return whether *sourceId* and *targetId* may be joined. A line drawn to people gives them access.
 * @param {DiagramModel} model
 * @param {string} sourceId
 * @param {string} targetId
 * @returns {Verdict}
 */
export function mayJoin(model, sourceId, targetId) {
  if (kindFrom(model, sourceId) === 'access') return mayGiveAccess(model, sourceId, targetId);
  if (kindFrom(model, targetId) === 'access') return mayGiveAccess(model, targetId, sourceId);
  return mayConnect(model, sourceId, targetId);
}

/**
 * Join *sourceId* and *targetId*; the cable or access edge is then selected.
 * @param {Pick<Editor, 'model' | 'stack' | 'selection' | 'newId'>} editor
 * @param {string} sourceId
 * @param {string} targetId
 */
export function join({ model, stack, selection, newId }, sourceId, targetId) {
  const before = new Set([...model.links.keys(), ...model.access.keys()]);
  if (kindFrom(model, sourceId) === 'access') stack.execute(giveAccess(model, newId, sourceId, [targetId]));
  else if (kindFrom(model, targetId) === 'access') stack.execute(giveAccess(model, newId, targetId, [sourceId]));
  else stack.execute(connect(model, createLink(newId('l'), sourceId, targetId)));
  selection.set([...model.links.keys(), ...model.access.keys()].filter((id) => !before.has(id)));
}

/**
 * Return what a line from *sourceId* would be joined to at *point*, or null. Only access goes to zones, and only a cable that
 * *isBack* from elsewhere to where it came from.
 * @param {Pick<Editor, 'model' | 'view'>} editor
 * @param {string} sourceId
 * @param {Point} point
 * @param {boolean} isBack
 * @returns {string | null}
 */
export function findEnd({ model, view }, sourceId, point, isBack) {
  const node = hitNode(view.scene, point);
  if (node?.id === sourceId) return isBack && kindFrom(model, sourceId) === 'cable' ? sourceId : null;
  if (node) return node.id;
  return kindFrom(model, sourceId) === 'access' ? (hitZone(view.scene, point)?.id ?? null) : null;
}

/**
 * Show the line from *sourceId* to *point*, and whether it may end there.
 * @param {Pick<Editor, 'model' | 'view'>} editor
 * @param {string} sourceId
 * @param {Point} point
 * @param {string | null} target What it would be joined to.
 * @param {(source: string, target: string) => Verdict} may
 */
export function showLine({ model, view }, sourceId, point, target, may) {
  const source = view.scene.node(sourceId);
  if (!source) return;
  const verdict = target === null || may(sourceId, target);
  const isAllowed = verdict === true;
  const rubber = { kind: kindBetween(model, sourceId, target), from: leave(source, point), to: point, isAllowed };
  view.hint({ rubber, why: whyAt(verdict, point), target: isAllowed ? target : null, handles: false });
}

/**
 * Show no line any more.
 * @param {Pick<Editor, 'view'>} editor
 */
export function hideLine({ view }) {
  view.hint({ rubber: null, why: null, target: null });
}

/**
 * Return what tells at *point* why *verdict* is no; null where it is yes.
 * @param {Verdict} verdict
 * @param {Point} point
 * @returns {import('../view/hints.js').Why | null}
 */
export function whyAt(verdict, point) {
  return verdict === true ? null : { text: verdict, at: point };
}

/**
 * Return where a line from the middle of a tile at *from* to *to* leaves the tile.
 * @param {Point} from
 * @param {Point} to
 * @returns {Point}
 */
function leave(from, to) {
  return trimPath([from, to], 2)[0];
}
