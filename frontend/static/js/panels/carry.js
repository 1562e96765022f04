/** Lets a finger carry something out of a list, as the browser's own dragging does for a mouse. */

import { distance } from '../util/geometry.js';

/** @typedef {import('../util/geometry.js').Point} Point */

/** How far a finger goes, in pixels, before a tap becomes a drag. */
const SLOP = 8;

/**
 * Let a finger that moves sideways from *entry* carry a copy of *picture*; up and down scrolls the list, for which the
 * style of *entry* must have `touch-action: pan-y`.
 * @param {HTMLElement} entry
 * @param {Element} picture
 * @param {(point: Point) => void} onDrop Called with the point of the window where the finger is lifted.
 */
export function carryByFinger(entry, picture, onDrop) {
  /** @type {Point | null} */
  let start = null;
  /** @type {HTMLElement | null} */
  let carried = null;
  const stop = () => {
    carried?.remove();
    start = carried = null;
  };
  entry.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' && event.isPrimary) start = pointOf(event);
  });
  entry.addEventListener('pointermove', (event) => {
    if (!start || (!carried && distance(start, pointOf(event)) < SLOP)) return;
    carried ??= show(picture);
    carried.style.translate = `${event.clientX}px ${event.clientY}px`;
  });
  entry.addEventListener('pointerup', (event) => {
    const isCarried = carried !== null;
    stop();
    if (isCarried) onDrop(pointOf(event));
  });
  entry.addEventListener('pointercancel', stop);
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
