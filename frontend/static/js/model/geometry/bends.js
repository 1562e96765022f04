/** The bends of cables: the points through which somebody led them. */

/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** As many bends as a cable may have. */
export const MOST_BENDS = 32;

/**
 * Return *link* with its bends moved by *by*.
 * @param {Link} link
 * @param {Point} by
 * @returns {Link}
 */
export function withBendsMoved(link, by) {
  if (!link.bends?.length) return link;
  return { ...link, bends: link.bends.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) };
}
