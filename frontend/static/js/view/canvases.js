/** Creates, sizes and clears canvas elements. */

/**
 * Lay a canvas over all of *host*. One with alpha lets the pointer through.
 * @param {HTMLElement} host
 * @param {boolean} hasAlpha
 * @returns {HTMLCanvasElement}
 */
export function addCanvas(host, hasAlpha) {
  const canvas = createCanvas();
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  if (hasAlpha) canvas.style.pointerEvents = 'none';
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  return canvas;
}

/**
 * Return a canvas that is not in the page.
 * @returns {HTMLCanvasElement}
 */
export function createCanvas() {
  return document.createElement('canvas');
}

/**
 * Return the drawing context of *canvas*.
 * @param {HTMLCanvasElement} canvas
 * @param {boolean} alpha
 * @returns {CanvasRenderingContext2D}
 */
export function contextOf(canvas, alpha) {
  const ctx = canvas.getContext('2d', { alpha });
  if (!ctx) throw new Error('This browser cannot draw on a canvas');
  return ctx;
}

/**
 * Make the whole canvas of *ctx* transparent.
 * @param {CanvasRenderingContext2D} ctx
 */
export function clear(ctx) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}
