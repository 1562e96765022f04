/** Finds the ways of cables: straight or routed between devices, beside parallel ones, round what is on their way, and loops. */

import { unite } from '../../util/geometry.js';
import { bendsAround } from './around.js';
import { freeSides, isBeside, isLoop, loopPorts, loopWay, sideTowards } from './loops.js';
import { Obstacles } from './obstacles.js';
import { portsOf } from './ports.js';
import { isTurned, routedWay, straightWay, usualRoute } from './route.js';

/** @typedef {import('./cable-paths.js').Locate} Locate */
/** @typedef {import('./cable-paths.js').Surroundings} Surroundings */
/** @typedef {import('./parallels.js').Parallels} Parallels */
/** @typedef {import('./ports.js').Port} Port */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */
/**
 * @typedef {object} Places
 * @property {Locate} locate Returns where a node is.
 * @property {Map<string, Map<string, Port>>} ports What is known there, by node.
 * @property {Map<string, Box>} [reach] Where other nodes decide about the ports, by node.
 */

/** With more on its way, cables do not look what is in theirs. */
const MOST_FITTED = 8;

export class Ways {
  #model;
  #around;
  #parallels;
  #obstacles;

  /**
   * @param {DiagramModel} model
   * @param {Surroundings} around
   * @param {Parallels} parallels
   */
  constructor(model, around, parallels) {
    this.#model = model;
    this.#around = around;
    this.#parallels = parallels;
    this.#obstacles = new Obstacles(around);
  }

  /**
   * Return how *link* runs.
   * @param {Link} link
   */
  kindOf({ route }) {
    return route ?? usualRoute(this.#model);
  }

  /**
   * Return the straight way of *link* from *a* to *b*, whatever is between them; null where it runs otherwise, or through bends.
   * @param {Link} link
   * @param {Point} a
   * @param {Point} b
   * @returns {Polyline | null}
   */
  lineOf(link, a, b) {
    if (link.bends?.length || isLoop(link) || this.kindOf(link) !== 'straight') return null;
    return straightWay(a, b, [], this.#parallels.rankOf(link.id), isTurned(link));
  }

  /**
   * Return the way of *link* through *bends*.
   * @param {Link} link
   * @param {readonly Point[]} bends
   * @param {Places} places
   * @param {Polyline} [line] Its straight way, where that is known.
   * @returns {Polyline}
   */
  find(link, bends, places, line) {
    const [a, b] = [/** @type {Node} */ (places.locate(link.source.node)), /** @type {Node} */ (places.locate(link.target.node))];
    if (isLoop(link)) return this.#findLoop(link, a, bends, places);
    const rank = this.#parallels.rankOf(link.id);
    const kind = this.kindOf(link);
    const looks = bends.length === 0 && this.#around.countMoved() <= MOST_FITTED;
    if (kind !== 'straight') {
      const [one, other] = [this.#portsAt(link.source.node, places).get(link.id), this.#portsAt(link.target.node, places).get(link.id)];
      if (one && other) return routedWay(kind, one, other, bends, looks ? this.#obstacles.between(link, a, b) : []);
    }
    const straight = line ?? straightWay(a, b, bends, rank, isTurned(link));
    return looks ? this.#leadAround(link, straight, a, b) : straight;
  }

  /**
   * Return *straight*, or the way round what is on it; parallel cables are led alike.
   * @param {Link} link
   * @param {Polyline} straight
   * @param {Node} a
   * @param {Node} b
   * @returns {Polyline}
   */
  #leadAround(link, straight, a, b) {
    const boxes = this.#obstacles.along(link, a, b, this.#parallels.spreadOf(link.id));
    const [dx, dy] = [straight[0].x - a.x, straight[0].y - a.y];
    const bends = bendsAround(a, b, boxes).map(({ x, y }) => ({ x: x + dx, y: y + dy }));
    return bends.length > 0 ? [straight[0], ...bends, straight[1]] : straight;
  }

  /**
   * @param {Link} link
   * @param {Node} node
   * @param {readonly Point[]} bends
   * @param {Places} places
   * @returns {Polyline}
   */
  #findLoop(link, node, bends, { locate }) {
    const rank = this.#parallels.rankOf(link.id);
    if (bends.length > 0) {
      const ports = loopPorts(node, { place: 0, count: 1 }, [sideTowards(node, bends[0])]);
      const kind = this.kindOf(link);
      return kind === 'straight' ? [ports[0].inner, ...bends, ports[1].inner] : routedWay(kind, ...ports, bends, []);
    }
    const links = this.#model.linksOf(node.id);
    const others = links.filter((other) => !isLoop(other));
    const ends = others.flatMap(({ source, target }) => locate(source.node === node.id ? target.node : source.node) ?? []);
    const ports = loopPorts(node, rank, freeSides(node, ends, this.#obstacles.beside(node)));
    const beside = links.filter((other) => isLoop(other) && isBeside(rank, this.#parallels.rankOf(other.id)));
    return loopWay(beside, ports, rank);
  }

  /**
   * @param {string} id
   * @param {Places} places
   */
  #portsAt(id, { locate, ports: known, reach }) {
    let ports = known.get(id);
    if (!ports) {
      const routed = this.#model.linksOf(id).filter((link) => !isLoop(link) && this.kindOf(link) !== 'straight');
      /** @type {Box[]} */
      const asked = [];
      ports = portsOf(id, routed, locate, (box) => {
        asked.push(box);
        return this.#obstacles.isClear(box, id);
      });
      known.set(id, ports);
      const all = unite(asked);
      if (all) reach?.set(id, all);
      else reach?.delete(id);
    }
    return ports;
  }
}
