/** The pictures that lie on drawings and are loaded, by their ids. A canvas paints them, and every export takes them from here. */

/** @typedef {Pick<HTMLImageElement, 'src'>} LoadedImage Its address is the picture itself, as `data:`. */
/** @typedef {Pick<PictureImages, 'get'>} PictureSource What knows pictures by their ids. */

export class PictureImages {
  /** @type {Map<string, LoadedImage>} */
  #loaded = new Map();

  /**
   * Return the picture *id*, or undefined while it is not loaded.
   * @param {string} id
   * @returns {LoadedImage | undefined}
   */
  get(id) {
    return this.#loaded.get(id);
  }

  /**
   * Keep the *image* that is the picture *id*.
   * @param {string} id
   * @param {LoadedImage} image
   */
  put(id, image) {
    this.#loaded.set(id, image);
  }
}

/**
 * Return what knows each picture by its address below *base*, for an SVG that is shown in a page and leaves it nowhere.
 * @param {string} base
 * @returns {PictureSource}
 */
export function picturesAt(base) {
  return { get: (id) => (id === '' ? undefined : { src: `${base}/${id}` }) };
}
