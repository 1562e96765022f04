/** Restores the visible area of the drawing, and which layers are hidden and locked, when the page is loaded again. */

import { ViewportStore } from './viewport-store.js';
import { boxAroundAll, boxOf } from '../../model/geometry/boxes.js';
import { inflate, overlaps } from '../../util/geometry.js';
import { FIT_ROOM } from '../../view/viewport.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} RememberedViewport
 * @property {() => boolean} show Shows what was seen; returns false where nothing was kept, or nothing is there any more.
 */

/** What everything of a sort is on. @type {readonly (keyof import('../../view/frame.js').Locks)[]} */
const LAYERS = ['cables', 'access', 'labels'];

/** How many units two positions of the viewport may be apart and count as the same. */
const NEAR = 1;

/**
 * Keep what is seen when the page goes, unless that is just everything, and return how to see it again.
 * @param {Editor} editor
 * @returns {RememberedViewport}
 */
export function connectRememberedViewport(editor) {
  const { model, start, storage, viewport } = editor;
  const store = new ViewportStore(storage);
  // A drawing without an id is known by its draft, which the address names.
  const nameOf = (/** @type {string | null} */ id) => id ?? location.hash.slice(1);
  const seen = store.find(nameOf(start.id));
  restoreLayers(editor, store.findLayers(nameOf(start.id)));
  window.addEventListener('pagehide', () => {
    const name = nameOf(editor.autosave.id);
    if (name) store.keep(name, isEverythingShown(editor) ? null : { ...viewport.middle, zoom: viewport.zoom }, layersOf(editor));
  });
  return {
    show: () => {
      if (!seen) return false;
      viewport.setCamera(seen);
      return [...model.zones.values(), ...model.nodes.values()].some((item) => overlaps(boxOf(item), viewport.box));
    },
  };
}

/**
 * Return whether the screen shows just everything, or there is nothing to show.
 * @param {Editor} editor
 */
function isEverythingShown({ model, viewport }) {
  const box = boxAroundAll(model);
  if (!box) return true;
  const { x, y, zoom } = viewport.frame(inflate(box, FIT_ROOM));
  const now = viewport.middle;
  return Math.abs(now.x - x) < NEAR && Math.abs(now.y - y) < NEAR && Math.abs(viewport.zoom / zoom - 1) < 0.001;
}

/**
 * @param {Editor} editor
 * @param {import('./viewport-store.js').KeptLayers} kept
 */
function restoreLayers({ options, view }, { hidden, locked }) {
  if (hidden.length > 0) view.setLayers(Object.fromEntries(LAYERS.map((name) => [name, !hidden.includes(name)])));
  if (locked.length > 0) options.setLocks(Object.fromEntries(LAYERS.map((name) => [name, locked.includes(name)])));
}

/**
 * @param {Editor} editor
 * @returns {import('./viewport-store.js').KeptLayers}
 */
function layersOf({ options, view }) {
  return { hidden: LAYERS.filter((name) => !view.layers[name]), locked: LAYERS.filter((name) => options.locks[name]) };
}
