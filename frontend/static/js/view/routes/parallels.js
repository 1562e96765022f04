/** Which cables join the same two nodes: they lie side by side, in their order. */

import { asideOf } from '../shapes.js';

/** @typedef {import('../../model/diagram.js').Link} Link */

/** @typedef {{ place: number, count: number }} Rank The place of a cable, from 0, among as many parallel ones. */

const ALONE = Object.freeze({ place: 0, count: 1 });

export class Parallels {
  /** @type {Map<string, string | string[]>} The cable between two nodes, or all of several. */
  #bundles = new Map();
  /** @type {Map<string, string>} */
  #pairs = new Map();

  /**
   * Return the place of the cable *id* among those parallel to it.
   * @param {string} id
   * @returns {Rank}
   */
  rankOf(id) {
    const bundle = this.#bundles.get(this.#pairs.get(id) ?? '');
    return Array.isArray(bundle) ? { place: bundle.indexOf(id), count: bundle.length } : ALONE;
  }

  /**
   * Return how far from the middle of all those parallel to the cable *id* the outermost lie.
   * @param {string} id
   * @returns {number}
   */
  spreadOf(id) {
    const { count } = this.rankOf(id);
    return count > 1 ? Math.abs(asideOf(0, count)) : 0;
  }

  /**
   * Take over that the cable *id* is now *link*, or is gone; return it and those beside which it lies or lay, as they change.
   * @param {string} id
   * @param {Link | undefined} link
   * @returns {string[]}
   */
  take(id, link) {
    const old = this.#pairs.get(id);
    const pair = link && pairOf(link);
    if (old === pair) return link ? [id] : [];
    if (old === undefined) return this.#join(id, /** @type {string} */ (pair));
    return [...this.#leave(id, old), ...(pair === undefined ? [] : this.#join(id, pair))];
  }

  /**
   * @param {string} id
   * @param {string} pair
   */
  #join(id, pair) {
    const bundle = this.#bundles.get(pair);
    const all = bundle === undefined ? [id] : [bundle, id].flat();
    this.#bundles.set(pair, all.length > 1 ? all : id);
    this.#pairs.set(id, pair);
    return all;
  }

  /**
   * @param {string} id
   * @param {string | undefined} pair
   */
  #leave(id, pair) {
    if (pair === undefined) return [];
    const left = [this.#bundles.get(pair) ?? []].flat().filter((each) => each !== id);
    if (left.length > 0) this.#bundles.set(pair, left.length > 1 ? left : left[0]);
    else this.#bundles.delete(pair);
    this.#pairs.delete(id);
    return left;
  }
}

/**
 * Return a name for the two ends of *link*, whichever comes first.
 * @param {Link} link
 */
function pairOf({ source, target }) {
  return source.node < target.node ? `${source.node} ${target.node}` : `${target.node} ${source.node}`;
}
