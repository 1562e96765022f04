/** Drags an entry out of a list by touch, as HTML drag and drop does for a mouse. */

import { distance } from '../util/geometry.js';

/** @typedef {import('../util/geometry.js').Point} Point */

/** How the kind of what is dragged is marked in the data of the browser's own dragging. */
export const DRAGGED_KIND = 'application/x-labmapper-kind';
/** How far a finger goes, in pixels, before a tap becomes a drag. */
const SLOP = 8;
/** How many milliseconds a finger rests to lift what it is on; browsers begin a drag of their own some time later. */
const REST = 300;
/** A finger that goes less far aside than this part of its way up or down scrolls the list. */
const STEEP = 0.4;

/**
 * Let a finger that leaves *entry* towards a side, or has rested on it, carry a copy of *picture*; straight up and down
 * scrolls the list, for which the style of *entry* must have `touch-action: pan-y`.
 * @param {HTMLElement} entry
 * @param {Element} picture
 * @param {(point: Point) => void} onDrop Called with the point of the window where the finger is lifted.
 */
export function dragByTouch(entry, picture, onDrop) {
  /** @type {Point | null} */
  let start = null;
  /** @type {HTMLElement | null} */
  let carried = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const stop = () => {
    clearTimeout(rest);
    carried?.remove();
    start = carried = null;
  };
  const lift = (/** @type {Point} */ point) => {
    clearTimeout(rest);
    carried ??= show(picture);
    carried.style.translate = `${point.x}px ${point.y}px`;
  };
  entry.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const point = (start = pointOf(event));
    rest = setTimeout(() => lift(point), REST);
  });
  entry.addEventListener('pointermove', (event) => {
    const point = pointOf(event);
    if (!start || (!carried && distance(start, point) < SLOP)) return;
    if (carried || !isSteep(start, point)) lift(point);
    else stop();
  });
  entry.addEventListener('pointerup', (event) => {
    const isCarried = carried !== null;
    stop();
    if (isCarried) onDrop(pointOf(event));
  });
  entry.addEventListener('pointercancel', stop);
  // While something is carried, the list stays, and the browser begins nothing of its own.
  entry.addEventListener('touchmove', (event) => carried && event.preventDefault(), { passive: false });
  for (const type of ['dragstart', 'contextmenu']) entry.addEventListener(type, (event) => start && event.preventDefault());
}

/**
 * @param {Point} start
 * @param {Point} point
 */
function isSteep(start, point) {
  return Math.abs(point.x - start.x) < STEEP * Math.abs(point.y - start.y);
}

/** @param {Element} picture */
function show(picture) {
  const carried = document.createElement('div');
  carried.className = 'carried';
  carried.append(picture.cloneNode(true));
  document.body.append(carried);
  return carried;
}

/**
 * @param {PointerEvent} event
 * @returns {Point}
 */
function pointOf({ clientX, clientY }) {
  return { x: clientX, y: clientY };
}
