/** What all tools work with, in one object that the editor makes. */

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/command-stack.js').CommandStack} CommandStack */
/** @typedef {import('../model/selection.js').Selection} Selection */
/** @typedef {import('../model/kinds.js').DeviceKind} DeviceKind */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../util/ids.js').NewId} NewId */
/** @typedef {import('./options.js').Options} Options */
/** @typedef {import('../view/canvas-view.js').CanvasView} CanvasView */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */

/**
 * @typedef {object} Shell What tools ask of the page around the canvas. Points are those of the window.
 * @property {(text: string) => void} say Tell why something did not happen.
 * @property {(text: string) => void} announce Tell a screen reader where one is.
 * @property {(id: string) => void} rename Let the label of an item be edited in place.
 * @property {(point: Point) => void} openMenu Open the menu for what is selected.
 * @property {(at: Point) => void} openPicker Ask what to place at a point of the drawing.
 * @property {() => void} showProperties Bring the focus to the properties of what is selected.
 */

/**
 * @typedef {object} Bench
 * @property {HTMLElement} host The element that the canvas fills.
 * @property {DiagramModel} model
 * @property {CommandStack} stack
 * @property {Selection} selection
 * @property {Viewport} viewport
 * @property {CanvasView} view
 * @property {NewId} newId
 * @property {Options} options
 * @property {Shell} shell
 */

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

/** @typedef {DeviceKind | 'users' | 'network' | 'gateway' | 'note' | 'zone'} PlacedKind */

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
