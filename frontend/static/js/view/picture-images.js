/** The pictures that lie on drawings and are loaded, by their ids. A canvas paints them, and every export takes them from here. */

/** @typedef {Pick<HTMLImageElement, 'src'>} LoadedImage Its address is the picture itself, as `data:`. */

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
