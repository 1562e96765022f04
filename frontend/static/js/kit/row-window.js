/** Virtual scrolling: computes which rows of a long list are visible. */

const ROW = 28;
const ROW_FOR_FINGERS = 40;
/** So many more are there before and after those in view. */
const MARGIN = 8;

export class RowWindow {
  #root;
  #inner;
  /** How high a row is, in pixels. */
  height = window.matchMedia('(pointer: coarse)').matches ? ROW_FOR_FINGERS : ROW;

  /**
   * @param {HTMLElement} root What scrolls.
   * @param {HTMLElement} inner What holds the rows.
   */
  constructor(root, inner) {
    this.#root = root;
    this.#inner = inner;
  }

  /** Whether anybody sees it. */
  get isSeen() {
    return this.#root.clientHeight > 0;
  }

  /** How many rows a page is. */
  get page() {
    return Math.max(1, Math.floor(this.#root.clientHeight / this.height) - 1);
  }

  /** The place of the first row that has to be there, and the place after the last. */
  get range() {
    const { scrollTop, clientHeight } = this.#root;
    const first = Math.max(0, Math.floor(scrollTop / this.height) - MARGIN);
    return { first, end: Math.ceil((scrollTop + clientHeight) / this.height) + MARGIN };
  }

  /**
   * Make room for *count* rows.
   * @param {number} count
   */
  resize(count) {
    this.#inner.style.height = `${count * this.height}px`;
  }

  /**
   * Bring the row at *place* into view.
   * @param {number} place
   */
  reveal(place) {
    const top = place * this.height;
    const { scrollTop, clientHeight } = this.#root;
    if (top < scrollTop) this.#root.scrollTop = top;
    else if (top + this.height > scrollTop + clientHeight) this.#root.scrollTop = top + this.height - clientHeight;
  }

  /**
   * Return the place of the row that is, or would be, at *y* of the window.
   * @param {number} y
   * @returns {number}
   */
  placeAt(y) {
    return Math.floor((y - this.#inner.getBoundingClientRect().top) / this.height);
  }
}
