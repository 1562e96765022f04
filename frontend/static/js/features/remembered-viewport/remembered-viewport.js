/** Restores the visible area of the drawing when the page is loaded again. */

import { ViewportStore } from './viewport-store.js';
import { boxAround, boxOf } from '../../model/geometry/boxes.js';
import { inflate, overlaps } from '../../util/geometry.js';
import { FIT_ROOM } from '../../view/viewport.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} RememberedViewport
 * @property {() => boolean} show Shows what was seen; returns false where nothing was kept, or nothing is there any more.
 */

/** How many units two looks may be apart and count as the same. */
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
  window.addEventListener('pagehide', () => {
    const name = nameOf(editor.autosave.id);
    if (name) store.keep(name, isEverythingShown(editor) ? null : { ...viewport.middle, zoom: viewport.zoom });
  });
  return {
    show: () => {
      if (!seen) return false;
      viewport.look(seen);
      return [...model.zones.values(), ...model.nodes.values()].some((item) => overlaps(boxOf(item), viewport.box));
    },
  };
}

/**
 * Return whether the screen shows just everything, or there is nothing to show.
 * @param {Editor} editor
 */
function isEverythingShown({ model, viewport }) {
  const box = boxAround(model, [...model.zones.keys(), ...model.nodes.keys()]);
  if (!box) return true;
  const { x, y, zoom } = viewport.frame(inflate(box, FIT_ROOM));
  const now = viewport.middle;
  return Math.abs(now.x - x) < NEAR && Math.abs(now.y - y) < NEAR && Math.abs(viewport.zoom / zoom - 1) < 0.001;
}
