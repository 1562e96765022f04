/** Commands on the style and the way of cables: their names, widths, dashes, ways and bends. */

import { ChangeRecorder } from '../change-recorder.js';
import { withBendAdded } from '../geometry/bends.js';
import { nameAll, nameOf } from '../names.js';
import { updateSettings } from './settings.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').CableRoute} CableRoute */
/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {Partial<Pick<Link, 'name' | 'width' | 'dash' | 'route'>>} CableStyle */

/**
 * Give the cables among *ids* the style *style*; null is what is usual.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {CableStyle} style
 * @param {string} [mergeKey]
 * @returns {Command}
 */
export function setCableStyle(model, ids, style, mergeKey) {
  const recorder = new ChangeRecorder(model);
  const cables = ids.filter((id) => model.links.has(id));
  for (const id of cables) recorder.update(id, changedIn(model.links.get(id), style));
  return recorder.toCommand(t('Change {names}', { names: nameAll(model, cables) }), mergeKey);
}

/**
 * Lead the cable *id* through *bends*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {readonly Point[]} bends
 * @param {string} [mergeKey]
 * @returns {Command}
 */
export function bendCable(model, id, bends, mergeKey) {
  const recorder = new ChangeRecorder(model);
  recorder.update(id, { bends });
  return recorder.toCommand(t('Bend {name}', { name: nameOf(model, id) }), mergeKey);
}

/**
 * Lead the cable *id* through one more bend, beside the middle of its longest stretch.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {Command}
 */
export function addBend(model, id) {
  const link = model.links.get(id);
  return bendCable(model, id, link ? withBendAdded(model, link) : []);
}

/**
 * Take the bends out of the cables among *ids*.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @returns {Command}
 */
export function unbendCables(model, ids) {
  const recorder = new ChangeRecorder(model);
  const bent = ids.filter((id) => model.links.get(id)?.bends?.length);
  for (const id of bent) recorder.update(id, { bends: [] });
  return recorder.toCommand(t('Take the bends out of {names}', { names: nameAll(model, bent) }));
}

/**
 * Let the cables that do not say it themselves run as *route* says.
 * @param {DiagramModel} model
 * @param {CableRoute} route
 * @returns {Command}
 */
export function runCables(model, route) {
  const label = { straight: t('Let cables run straight'), orthogonal: t('Let cables run in right angles'), curved: t('Let cables run in curves') }[route];
  return updateSettings(model, { cables: route === 'straight' ? null : route }, { label });
}

/**
 * Return what of *style* is new to *link*.
 * @param {Link | undefined} link
 * @param {CableStyle} style
 */
function changedIn(link, style) {
  return Object.fromEntries(Object.entries(style).filter(([field, value]) => (Reflect.get(link ?? {}, field) || null) !== (value || null)));
}
