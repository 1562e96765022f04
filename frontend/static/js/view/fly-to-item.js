/** Brings an item into view by a short flight. */

import { boxAroundDrawn } from '../model/geometry/boxes.js';
import { inflate } from '../util/geometry.js';
import { FIT_ROOM } from './viewport.js';

/** The zoom from which on labels and addresses are read with ease. */
const READABLE = 0.8;

/** How long a flight takes, in milliseconds. */
const FLIGHT = 150;

/** @typedef {import('./reveal-item.js').Editor} Editor */

/**
 * Fly to the item *id*, so that one sees where it is, and can read it. Who wants less motion is there at once.
 * @param {Editor} editor
 * @param {string} id
 */
export function flyToItem({ model, viewport }, id) {
  const box = boxAroundDrawn(model, [id]);
  const goal = box && viewport.cameraOn(inflate(box, FIT_ROOM), READABLE);
  if (!goal) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) viewport.setCamera(goal);
  else fly(viewport, goal);
}

/**
 * Move *viewport* to *goal* frame by frame; whoever moves it meanwhile goes on from there.
 * @param {import('./viewport.js').Viewport} viewport
 * @param {import('./viewport.js').Camera} goal
 */
function fly(viewport, goal) {
  const start = { ...viewport.middle, zoom: viewport.zoom };
  const begin = performance.now();
  let last = start;
  const step = () => {
    const now = { ...viewport.middle, zoom: viewport.zoom };
    if (Math.abs(now.x - last.x) + Math.abs(now.y - last.y) + Math.abs(now.zoom - last.zoom) > 0.01) return;
    const share = Math.min(1, (performance.now() - begin) / FLIGHT);
    viewport.setCamera(between(start, goal, share));
    last = { ...viewport.middle, zoom: viewport.zoom };
    if (share < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/**
 * Return the camera that is *share* of the way from *start* to *goal*, slower at both ends.
 * @param {import('./viewport.js').Camera} start
 * @param {import('./viewport.js').Camera} goal
 * @param {number} share
 */
function between(start, goal, share) {
  if (share === 1) return goal;
  const eased = share * share * (3 - 2 * share);
  const mix = (/** @type {number} */ from, /** @type {number} */ to) => from + (to - from) * eased;
  return { x: mix(start.x, goal.x), y: mix(start.y, goal.y), zoom: start.zoom * (goal.zoom / start.zoom) ** eased };
}
