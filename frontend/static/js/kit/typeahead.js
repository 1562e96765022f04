/** Type-ahead in lists and trees: finds the next row whose label begins with the typed letters. */

/** How many milliseconds after a letter the next one still belongs to it. */
const PAUSE = 700;

export class Typeahead {
  #text = '';
  #last = -Infinity;

  /**
   * Return whether a letter that is typed at *time* goes on with what was typed before.
   * @param {number} time In milliseconds.
   */
  isOn(time) {
    return time - this.#last < PAUSE;
  }

  /**
   * Return the place of the row that typing *letter* leads to, or -1: the next one from *at* on, round the end. One letter
   * goes on from row to row when it is typed again; of several the row stays as long as they fit it.
   * @param {readonly { label: string }[]} rows
   * @param {number} at
   * @param {string} letter
   * @param {number} time
   * @returns {number}
   */
  find(rows, at, letter, time) {
    this.#text = (this.isOn(time) ? this.#text : '') + letter.toLowerCase();
    this.#last = time;
    const isOne = [...this.#text].every((each) => each === this.#text[0]);
    const [text, first] = isOne ? [this.#text[0], at + 1] : [this.#text, at];
    const places = rows.map((_, place) => (first + place) % rows.length);
    return places.find((place) => rows[place].label.toLowerCase().startsWith(text)) ?? -1;
  }
}
