/** A context that only notes what is painted, and the classroom as a painter is given it. */

import { ALL_LAYERS, detailAt } from '../../../frontend/static/js/view/frame.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { classroomModel } from './labs.js';

/** @typedef {import('../../../frontend/static/js/view/frame.js').Frame} Frame */

const SEEN = { x: -1000, y: -1000, width: 3000, height: 3000 };

const THEME = {
  accent: 'green', access: 'violet', cable: 'gray', error: 'red', warning: 'amber',
  canvas: 'rgb(255, 255, 255)', zoneTint: 'rgba(0, 0, 0, 0.1)', podTint: 'rgba(0, 0, 0, 0.1)',
};

export const ruler = { width: (/** @type {string} */ text) => text.length * 6 };

/** A context, and what is painted with it: each call, and each colour or other property that is set. */
export function recordingContext() {
  /** @type {unknown[][]} */
  const painted = [];
  const ctx = new Proxy({}, {
    get: (_, name) => (/** @type {unknown[]} */ ...values) => void painted.push([name, ...values]),
    set: (_, name, value) => painted.push([name, value]) > 0,
  });
  return { ctx: /** @type {CanvasRenderingContext2D} */ (ctx), painted };
}

/**
 * Return the frame in which *ctx* gets all of the classroom, with *parts* in place of what it usually has.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ zoom?: number, [part: string]: unknown }} [parts]
 * @returns {Frame}
 */
export function classroomFrame(ctx, { zoom = 1, ...parts } = {}) {
  return /** @type {any} */ ({
    ctx, scene: new Scene(classroomModel()), theme: THEME, pixel: zoom, origin: { x: 0, y: 0 }, box: SEEN,
    layers: ALL_LAYERS, detail: detailAt(zoom, ALL_LAYERS), problems: new Map(), ...parts,
  });
}
