/** The canvas with its tools, in the page. */

import { boxAround, boxOf } from '../model/boxes.js';
import { isAccess, isLink } from '../model/items.js';
import { byId } from '../panels/dom.js';
import { DRAG_TYPE } from '../panels/palette.js';
import { encloses, middle } from '../util/geometry.js';
import { CanvasView } from '../view/canvas-view.js';
import { connectClipboard, duplicate } from './clipboard.js';
import { place } from './placing.js';

/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../panels/notices.js').Notices} Notices */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */

/** @typedef {ReturnType<typeof connectCanvas>} Canvas */

/**
 * @param {{ desk: Desk, viewport: Viewport, notices: Notices }} parts
 */
export function connectCanvas({ desk, viewport }) {
  const { model, stack, selection } = desk;
  const host = byId('canvas');
  const view = new CanvasView({ host, model, stack, selection, viewport });

  const fit = (/** @type {Iterable<string>} */ ids) => {
    const box = boxAround(model, ids);
    if (box) viewport.fit(box);
  };
  const fitAll = () => fit([...model.zones.keys(), ...model.nodes.keys()]);
  const reveal = (/** @type {string} */ id) => {
    selection.set([id]);
    const box = boxAround(model, endsOf(desk, id));
    if (box && !encloses(viewport.box, box)) viewport.centerOn(middle(box));
  };
  const add = (/** @type {string} */ kind) => {
    const id = place(desk, kind, viewport.middle, { isFree: true });
    const item = model.placed(id);
    if (item && !encloses(viewport.box, boxOf(item))) viewport.centerOn(middle(boxOf(item)));
    return id;
  };
  acceptDrops(host, desk, viewport);
  connectClipboard(desk, viewport);
  fitAll();
  return { view, fitAll, fitSelection: () => fit(selection.ids), reveal, add, duplicate: () => duplicate(desk), rename: () => {}, isDragging: () => false };
}

/**
 * Let things of the palette be dropped on the canvas.
 * @param {HTMLElement} host
 * @param {Desk} desk
 * @param {Viewport} viewport
 */
function acceptDrops(host, desk, viewport) {
  host.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  host.addEventListener('drop', (event) => {
    const kind = event.dataTransfer?.getData(DRAG_TYPE);
    if (!kind) return;
    event.preventDefault();
    const { left, top } = host.getBoundingClientRect();
    place(desk, kind, viewport.toWorld({ x: event.clientX - left, y: event.clientY - top }));
  });
}

/**
 * Return the nodes or zones that one has to see to see the item *id*.
 * @param {Desk} desk
 * @param {string} id
 */
function endsOf({ model }, id) {
  const item = model.item(id);
  if (!item) return [];
  if (isLink(item)) return [item.source.node, item.target.node];
  return isAccess(item) ? [item.users, item.target] : [id];
}
