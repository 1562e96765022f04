/** Makes photos and scans that are larger than the server takes smaller, as a person would before sending them. */

/** What the server takes: `core/pictures/bounds.py`. */
const MAX_SIZE = 2 * 1024 * 1024;
/** As many pixels as are enough for a plan on a large sheet of paper; and how often it may be halved after that. */
const LONGEST_SIDE = 4_096;
const MOST_STEPS = 4;
const QUALITY = 0.85;

/**
 * Return *file*, or a smaller picture of the same where it is too large. What cannot be read goes as it is: the server says why.
 * @param {Blob} file
 * @returns {Promise<{ picture: Blob, isSmaller: boolean }>}
 */
export async function fitPicture(file) {
  if (file.size <= MAX_SIZE || file.type === 'image/svg+xml') return { picture: file, isSmaller: false };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return { picture: file, isSmaller: false };
  let scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  for (let step = 0; step < MOST_STEPS; step += 1, scale /= 2) {
    for (const type of file.type === 'image/png' ? ['image/png', 'image/jpeg'] : ['image/jpeg']) {
      const picture = await paintAt(bitmap, scale, type);
      if (picture && picture.size <= MAX_SIZE) return { picture, isSmaller: true };
    }
  }
  return { picture: file, isSmaller: false };
}

/**
 * @param {ImageBitmap} bitmap
 * @param {number} scale
 * @param {string} type
 * @returns {Promise<Blob | null>}
 */
function paintAt(bitmap, scale, type) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  if (type === 'image/jpeg') {
    ctx.fillStyle = '#ffffff'; // what one sees through would be black
    ctx.fillRect(0, 0, canvas.width, canvas.height);
  }
  ctx.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
}
