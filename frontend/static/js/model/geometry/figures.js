/** The geometry of shapes: the box that one fills, the ends of a line, and the fields that either of them makes. Pure. */

/** @typedef {import('../diagram.js').Shape} Shape */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {Pick<Shape, 'x' | 'y' | 'width' | 'height'>} Fields */

/** The shortest side that a rectangle or an ellipse may have, and the shortest line. */
export const SMALLEST_SHAPE = 16;

/**
 * Return whether *shape* goes from one end to another, and fills no box.
 * @param {Pick<Shape, 'shape'>} shape
 */
export function hasEnds({ shape }) {
  return shape === 'line' || shape === 'arrow';
}

/**
 * Return the box around *shape*.
 * @param {Fields} shape
 * @returns {Box}
 */
export function boxOfShape({ x, y, width, height }) {
  const [wide, high] = [Math.abs(width), Math.abs(height)];
  return { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
}

/**
 * Return *box* with the proportions of *shape*, as wide or as high as it is, whichever is more; the corner that *towards*
 * points to moves, the opposite one stays.
 * @param {Pick<Shape, 'width' | 'height'>} shape
 * @param {Box} box
 * @param {{ x: number, y: number }} towards
 * @returns {Box}
 */
export function inProportion(shape, box, towards) {
  const scale = Math.max(box.width / shape.width, box.height / shape.height);
  const [width, height] = [shape.width * scale, shape.height * scale];
  return { x: towards.x < 0 ? box.x + box.width - width : box.x, y: towards.y < 0 ? box.y + box.height - height : box.y, width, height };
}

/**
 * Return the size of a picture of *natural* size that has room in *most*, no larger than it is by itself.
 * @param {{ width: number, height: number }} natural
 * @param {{ width: number, height: number }} most
 */
export function sizeIn(natural, most) {
  const scale = Math.min(1, most.width / natural.width, most.height / natural.height);
  return { width: Math.max(1, Math.round(natural.width * scale)), height: Math.max(1, Math.round(natural.height * scale)) };
}

/**
 * Return where the line *shape* begins and ends.
 * @param {Fields} shape
 * @returns {[Point, Point]}
 */
export function endsOf({ x, y, width, height }) {
  return [{ x: x - width / 2, y: y - height / 2 }, { x: x + width / 2, y: y + height / 2 }];
}

/**
 * Return the place and size of a shape that is dragged from *start* to *end*.
 * @param {Pick<Shape, 'shape'>} shape
 * @param {Point} start
 * @param {Point} end
 * @returns {Fields}
 */
export function dragged(shape, start, end) {
  const [width, height] = [end.x - start.x, end.y - start.y];
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return hasEnds(shape) ? { ...middle, width, height } : { ...middle, width: Math.abs(width), height: Math.abs(height) };
}

/**
 * Return the place and size of a shape that fills *box*.
 * @param {Box} box
 * @returns {Fields}
 */
export function filling({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2, width, height };
}
