/** The wheel: scrolls the canvas, and with Ctrl zooms at the pointer; an option swaps the two. */

import { clamp } from '../util/geometry.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('../util/geometry.js').Point} Point */

const LINE_PIXELS = 24;
const ZOOM_SPEED = 0.01;
const FASTEST_ZOOM = 0.25;

/**
 * Do what a turn of the wheel over the point *at* of the screen does. A pinch on a touchpad comes as a turn with Ctrl.
 * @param {Pick<Editor, 'viewport' | 'options'>} editor
 * @param {WheelEvent} event
 * @param {Point} at
 */
export function turnWheel({ viewport, options }, event, at) {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  const isZooming = event.ctrlKey || event.metaKey || (options.wheelZooms && !event.shiftKey);
  if (isZooming) viewport.zoomAt(at, Math.exp(clamp(-dy * ZOOM_SPEED, -FASTEST_ZOOM, FASTEST_ZOOM)));
  else if (event.shiftKey && dx === 0) viewport.panBy(-dy, 0);
  else viewport.panBy(-dx, -dy);
}
