/** Creates canvas elements and their contexts. */

/**
 * Lay a canvas over all of *host*.
 * @param {HTMLElement} host
 * @returns {HTMLCanvasElement}
 */
export function addCanvas(host) {
  const canvas = createCanvas();
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
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
 * @param {boolean} [alpha] Whether one can see through it.
 * @returns {CanvasRenderingContext2D}
 */
export function contextOf(canvas, alpha = false) {
  const ctx = canvas.getContext('2d', { alpha });
  if (!ctx) throw new Error('This browser cannot draw on a canvas');
  return ctx;
}
