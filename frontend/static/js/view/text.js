/**
 * Measures text: widths are measured once per font at one size, and scaled.
 * A text of plain characters is as wide as these together: names and addresses have few, and shaping each of a thousand
 * texts by itself is a good part of the first picture's time. Kerning, which this leaves out, is less than a pixel in a name.
 */

/** @typedef {import('./frame.js').Frame} Frame */

const MEASURED_SIZE = 100;
const MOST_REMEMBERED = 20_000;
const PLAIN = /^[ -~]*$/;
/** @typedef {{ family: string, weight: number, size: number }} Font */

export class TextRuler {
  /** @type {Map<string, Map<number, Map<string, number>>>} By family and weight. */
  #faces = new Map();
  #ctx;

  /** @param {CanvasRenderingContext2D} ctx A context of its own, whose font it sets. */
  constructor(ctx) {
    this.#ctx = ctx;
  }

  /**
   * Return how wide *text* is in *font*, in units.
   * @param {string} text
   * @param {Font} font
   * @returns {number}
   */
  width(text, { family, weight, size }) {
    const known = this.#knownOf(family, weight);
    let width = known.get(text);
    if (width === undefined) {
      width = 0;
      for (const part of PLAIN.test(text) ? text : [text]) width += this.#measure(part, `${weight} ${MEASURED_SIZE}px ${family}`, known);
      known.set(text, width);
    }
    return (width * size) / MEASURED_SIZE;
  }

  /**
   * @param {string} family
   * @param {number} weight
   */
  #knownOf(family, weight) {
    let face = this.#faces.get(family);
    if (!face) this.#faces.set(family, (face = new Map()));
    let known = face.get(weight);
    if (!known || known.size > MOST_REMEMBERED) face.set(weight, (known = new Map()));
    return known;
  }

  /**
   * @param {string} text
   * @param {string} face
   * @param {Map<string, number>} known
   */
  #measure(text, face, known) {
    let width = known.get(text);
    if (width === undefined) {
      if (this.#ctx.font !== face) this.#ctx.font = face;
      width = this.#ctx.measureText(text).width;
      known.set(text, width);
    }
    return width;
  }
}

/**
 * Return *font* as CSS says it.
 * @param {Font} font
 * @returns {string}
 */
export function cssFont({ family, weight, size }) {
  return `${weight} ${size}px ${family}`;
}

/**
 * Return *text* cut to *most* characters.
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
export function cut(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * Return *text* cut to *most* characters, where the end tells more than the middle: "Gigabi…t0/0/1".
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
export function cutMiddle(text, most) {
  const kept = most - 1;
  return text.length > most ? `${text.slice(0, Math.floor(kept / 2))}…${text.slice(-Math.ceil(kept / 2))}` : text;
}

/** The beginnings of interfaces' names of which two or three letters stay where those of network systems write them short. */
const LONG_KIND = /^(Twe|Hu|Fo|Tw|Te|Gi|Fa|Et|Se)\w*?(?:ernet|GigE|rial) ?(?=\d)/;

/**
 * Return the name of an interface as engineers write it: "GigabitEthernet0/1" as "Gi0/1".
 * @param {string} text
 * @returns {string}
 */
export function abbreviateInterface(text) {
  return text.replace(LONG_KIND, '$1');
}

/**
 * Return the name of an interface cut to *most* characters, abbreviated before anything is cut.
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
export function cutInterface(text, most) {
  return text.length > most ? cutMiddle(abbreviateInterface(text), most) : text;
}
