/** Files that may be pictures for the drawing. */

/** The kinds of pictures that the server keeps, as browsers call them. */
export const PICTURE_TYPES = Object.freeze(['image/png', 'image/jpeg', 'image/svg+xml']);

/**
 * Return whether *files* say that all of them are pictures; what they really are, the server looks at.
 * @param {readonly { type: string }[]} files
 */
export function arePictures(files) {
  return files.length > 0 && files.every(({ type }) => PICTURE_TYPES.includes(type));
}
