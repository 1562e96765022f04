/** Paints handles: those to draw a cable from, to resize a zone or a shape, and to bend a cable or move its ends. */

import { bendHandles, endHandles } from '../bend-handles.js';
import { connectHandles, HANDLE_SIZES, isResizable, resizeHandles } from '../handles.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../hints.js').Hints} Hints */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * Paint the handles of the node that *hints* name, and of the only thing in the *selection*.
 * @param {Frame} frame
 * @param {Hints} hints
 * @param {ReadonlySet<string>} selection
 * @param {number} screen How large a pixel is, in units.
 */
export function paintHandles(frame, hints, selection, screen) {
  const { scene, theme } = frame;
  const size = HANDLE_SIZES[hints.handleSize];
  const id = selection.size === 1 ? [...selection][0] : '';
  const item = scene.zone(id) ?? scene.node(id);
  const link = frame.layers.cables ? scene.model.links.get(id) : undefined;
  if (link) {
    for (const handle of bendHandles(scene, link)) paintKnob(frame, handle, (handle.isNew ? 0.6 : 1) * size.knob * screen, screen);
    for (const handle of endHandles(scene, link, 1 / screen, hints.handleSize)) paintKnob(frame, handle, size.knob * screen, screen, true);
  }
  if (item && isResizable(item)) for (const point of resizeHandles(item).values()) paintKnob(frame, point, size.knob * screen, screen);
  const node = hints.handles ? scene.node(hints.hover ?? '') : undefined;
  if (node) {
    const color = node.type === 'users' ? theme.access : theme.accent;
    for (const point of connectHandles(node, 1 / screen, hints.handleSize)) paintPlus(frame, point, color, size.radius * screen);
  }
}

/**
 * @param {Frame} frame
 * @param {Point} point
 * @param {string} color
 * @param {number} radius
 */
function paintPlus({ ctx, theme }, { x, y }, color, radius) {
  const arm = radius / 2;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(x - arm, y);
  ctx.lineTo(x + arm, y);
  ctx.moveTo(x, y - arm);
  ctx.lineTo(x, y + arm);
  ctx.strokeStyle = theme.canvas;
  ctx.lineWidth = radius / 4;
  ctx.stroke();
}

/**
 * @param {Frame} frame
 * @param {Point} point
 * @param {number} half How long half of its side is.
 * @param {number} screen
 * @param {boolean} [isRound]
 */
function paintKnob({ ctx, theme }, { x, y }, half, screen, isRound = false) {
  ctx.beginPath();
  ctx.roundRect(x - half, y - half, 2 * half, 2 * half, isRound ? half : half / 2);
  ctx.fillStyle = theme.canvas;
  ctx.fill();
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 1.5 * screen;
  ctx.stroke();
}
