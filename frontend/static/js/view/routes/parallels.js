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
   * Return the nodes that the cable *id* joined when it was last taken over; none before.
   * @param {string} id
   * @returns {string[]}
   */
  endsOf(id) {
    return this.#pairs.get(id)?.split(' ') ?? [];
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
   * @param {(node: string) => readonly Link[]} [linksOf] Returns the cables at a node in the order of drawing, which is theirs side by side.
   *   Not asked for where the cables of a drawing come in that order, one after the other.
   * @returns {string[]}
   */
  take(id, link, linksOf) {
    const old = this.#pairs.get(id);
    const pair = link && pairOf(link);
    if (old === pair) return link ? [id] : [];
    const left = this.#leave(id, old);
    return link ? [...left, ...this.#join(link, linksOf)] : left;
  }

  /**
   * @param {Link} link
   * @param {(node: string) => readonly Link[]} [linksOf]
   * @returns {string[]}
   */
  #join(link, linksOf) {
    const pair = pairOf(link);
    const beside = this.#bundles.get(pair);
    this.#pairs.set(link.id, pair);
    if (beside === undefined) {
      this.#bundles.set(pair, link.id);
      return [link.id];
    }
    const together = [beside, link.id].flat();
    const all = linksOf ? linksOf(link.source.node).flatMap(({ id }) => (together.includes(id) ? [id] : [])) : together;
    this.#bundles.set(pair, all);
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
