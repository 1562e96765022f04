/** Copies a picture to the clipboard of the system, as PNG or as SVG. */

/**
 * Copy the picture *svg*: as an image where the browser knows how, and as text for programs that take that.
 * @param {string} svg
 * @returns {Promise<void>} Rejected where the browser does not let pages copy.
 */
export async function copySvg(svg) {
  const type = 'image/svg+xml';
  if (!globalThis.ClipboardItem?.supports?.(type)) return navigator.clipboard.writeText(svg);
  await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([svg], { type }), 'text/plain': new Blob([svg], { type: 'text/plain' }) })]);
}

/**
 * Copy what is painted on *canvas*.
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<void>} Rejected where the browser does not let pages copy.
 */
export async function copyPng(canvas) {
  // The promise goes into the item, because Safari takes only what begins with the click.
  const blob = new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('No picture was made')))));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': /** @type {Promise<Blob>} */ (blob) })]);
}
