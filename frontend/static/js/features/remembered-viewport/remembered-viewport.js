/** What was seen of a drawing is seen again when the page is loaded anew. */

import { ViewportStore } from './viewport-store.js';
import { boxAround, boxOf } from '../../model/boxes.js';
import { FIT_ROOM } from '../../actions/canvas-actions.js';
import { inflate, overlaps } from '../../util/geometry.js';

/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../view/viewport.js').Viewport} Viewport */

/** How many units two looks may be apart and count as the same. */
const NEAR = 1;

/**
 * Keep what is seen when the page goes, unless that is just everything, and return how to see it again.
 * @param {object} parts
 * @param {DiagramModel} parts.model
 * @param {Viewport} parts.viewport
 * @param {Storage} parts.storage
 * @param {() => string} parts.read Returns by what the drawing on the page is known, or an empty text.
 * @returns {() => boolean} Shows what was seen; returns false where nothing was kept, or nothing is there any more.
 */
export function connectRememberedViewport({ model, viewport, storage, read }) {
  const views = new ViewportStore(storage);
  const seen = views.find(read());
  const all = () => [...model.zones.values(), ...model.nodes.values()];
  const isWhole = () => {
    const box = boxAround(model, all().map(({ id }) => id));
    if (!box) return true;
    const { x, y, zoom } = viewport.frame(inflate(box, FIT_ROOM));
    const now = viewport.middle;
    return Math.abs(now.x - x) < NEAR && Math.abs(now.y - y) < NEAR && Math.abs(viewport.zoom / zoom - 1) < 0.001;
  };
  window.addEventListener('pagehide', () => {
    const id = read();
    if (id) views.keep(id, isWhole() ? null : { ...viewport.middle, zoom: viewport.zoom });
  });
  return () => {
    if (!seen) return false;
    viewport.look(seen);
    return all().some((item) => overlaps(boxOf(item), viewport.box));
  };
}
