/** Commands about pictures that lie on the drawing: how strong and how large they are, and what they show. */

import { ChangeRecorder } from '../change-recorder.js';
import { STRONG } from '../style-values.js';
import { nameAll, nameOf } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Shape} Shape */

/**
 * Make the pictures *ids* *opacity* percent strong.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {number} opacity
 * @returns {Command}
 */
export function setOpacity(model, ids, opacity) {
  const recorder = new ChangeRecorder(model);
  for (const id of ids) recorder.update(id, { opacity: opacity === STRONG ? null : opacity });
  return recorder.toCommand(t('Make {names} fainter or stronger', { names: nameAll(model, ids) }), `${ids.join(' ')} opacity`);
}

/**
 * Give the picture *id* *value* as its *side*; the other side follows.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {'width' | 'height'} side
 * @param {number} value
 * @returns {Command}
 */
export function sizePicture(model, id, side, value) {
  const { width, height } = /** @type {Shape} */ (model.nodes.get(id));
  const scale = value / (side === 'width' ? width : height);
  const recorder = new ChangeRecorder(model);
  recorder.update(id, { width: Math.max(1, width * scale), height: Math.max(1, height * scale) });
  return recorder.toCommand(t('Resize {name}', { name: nameOf(model, id) }));
}

/**
 * Let the picture *id* show another one, as wide as before.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {{ id: string, width: number, height: number }} other
 * @returns {Command}
 */
export function showAnother(model, id, other) {
  const { width } = /** @type {Shape} */ (model.nodes.get(id));
  const recorder = new ChangeRecorder(model);
  recorder.update(id, { picture: other.id, height: Math.max(1, (width * other.height) / other.width) });
  return recorder.toCommand(t('Replace {name}', { name: nameOf(model, id) }));
}
