/** The types of pointers, tools and gestures, and the tolerances of clicks. */

/** @typedef {import('../util/geometry.js').Point} Point */

/**
 * @typedef {object} Pointer One event of a mouse, pen or finger.
 * @property {Point} screen In pixels from the corner of the canvas.
 * @property {Point} client In pixels from the corner of the window.
 * @property {Point} world On the drawing.
 * @property {boolean} shift
 * @property {boolean} ctrl Control, or Command on a Mac.
 * @property {boolean} alt
 * @property {boolean} isTouch
 * @property {number} clicks 2 for the second press of a double click.
 */

/**
 * @typedef {object} Tool A way to work with the pointer. What `activate` sets up, `deactivate` takes away.
 * @property {string} name
 * @property {string} cursor
 * @property {() => void} activate
 * @property {() => void} deactivate
 * @property {(pointer: Pointer) => void} pointerDown
 * @property {(pointer: Pointer, isDown: boolean) => void} pointerMove
 * @property {(pointer: Pointer) => void} pointerUp
 * @property {(keys: string) => boolean} pressKey Take a key such as `Shift+Tab`; false where it is none of this tool.
 * @property {() => boolean} cancel Give up what is on its way; false where there was nothing.
 */

/**
 * @typedef {object} Gesture What one press of the pointer does, from press to release.
 * @property {(pointer: Pointer) => void} move
 * @property {(pointer: Pointer) => void} end
 * @property {() => void} cancel
 */

/** How far a pointer may go, in pixels, before a click becomes a drag. */
export const CLICK_SLOP = 4;
/** How near, in pixels, a pointer must come to something thin. */
export const REACH = 7;

/**
 * Return the way from *from* to *to*.
 * @param {Point} from
 * @param {Point} to
 * @returns {Point}
 */
export function way(from, to) {
  return { x: to.x - from.x, y: to.y - from.y };
}
