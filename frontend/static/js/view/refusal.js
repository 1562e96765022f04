/** Shows beside the pointer why a line may not begin or end there. */

/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('./hints.js').Why} Why */

/** How far it stands from the pointer, in pixels. */
const ASIDE = 16;

export class Refusal {
  #host;
  #element = document.createElement('div');

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#element.className = 'refusal';
    // Whoever does not see the pointer is only led to what fits.
    this.#element.setAttribute('aria-hidden', 'true');
    this.#element.hidden = true;
    host.append(this.#element);
  }

  /**
   * Show *why*, or nothing.
   * @param {Why | null} why
   * @param {(point: Point) => Point} toScreen
   */
  show(why, toScreen) {
    if (this.#element.hidden !== (why === null)) this.#element.hidden = why === null;
    if (why === null) return;
    const { x, y } = toScreen(why.at);
    if (this.#element.textContent !== why.text) this.#element.textContent = why.text;
    const { clientWidth, clientHeight } = this.#host;
    const [across, down] = [sideOf(x, clientWidth), sideOf(y, clientHeight)];
    Object.assign(this.#element.style, { left: across.start, top: down.start, translate: `${across.back} ${down.back}` });
  }
}

/**
 * Return where it starts on one axis, and how far back from there, to stand on the side of the pointer that has room.
 * @param {number} at
 * @param {number} size
 */
function sideOf(at, size) {
  return at < size / 2 ? { start: `${at + ASIDE}px`, back: '0' } : { start: `${at - ASIDE}px`, back: '-100%' };
}
