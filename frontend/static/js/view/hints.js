/** Hints: what the canvas shows over the drawing during an interaction, such as hover, guides and ghosts. */

/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('./shapes.js').Line} Line */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Zone} Zone */

/**
 * @typedef {object} Rubber A cable or access edge that is being drawn.
 * @property {'cable' | 'access'} kind
 * @property {Point} from
 * @property {Point} to
 * @property {boolean} isAllowed
 */

/** @typedef {Line & { length: number }} Distance A gap between two items, and how wide it is. */

/** @typedef {{ text: string, at: Point }} Why Why a line may not begin or end at a point. */

/**
 * @typedef {object} Hints
 * @property {string | null} hover The item under the pointer.
 * @property {boolean} handles Whether the node under the pointer shows handles.
 * @property {import('./handles.js').HandleSize} handleSize For what handles are large enough.
 * @property {Box | null} marquee
 * @property {Rubber | null} rubber
 * @property {Why | null} why
 * @property {string | null} target Where a drag would end: the zone that would take in, the node that would be joined.
 * @property {readonly Line[]} guides
 * @property {readonly Distance[]} distances
 * @property {ReadonlySet<string>} lit What is reached, or reaches.
 * @property {readonly (Node | Zone)[]} ghosts What a click or a release would place.
 * @property {Box | null} frame A zone that is being drawn.
 */

/** @type {Readonly<Hints>} */
export const NO_HINTS = Object.freeze({
  hover: null,
  handles: false,
  handleSize: 'mouse',
  marquee: null,
  rubber: null,
  why: null,
  target: null,
  guides: [],
  distances: [],
  lit: new Set(),
  ghosts: [],
  frame: null,
});

/**
 * Return whether *hints* show nothing.
 * @param {Readonly<Hints>} hints
 */
export function isNothing({ hover, marquee, rubber, why, target, guides, distances, lit, ghosts, frame }) {
  const isOne = hover !== null || target !== null || marquee !== null || rubber !== null || why !== null || frame !== null;
  return !isOne && guides.length === 0 && distances.length === 0 && lit.size === 0 && ghosts.length === 0;
}
