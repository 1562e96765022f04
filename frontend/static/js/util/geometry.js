/** Points and boxes as plain values; nothing here changes its arguments. */

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box `x` and `y` are the top left corner. */

/**
 * Return the smallest box around *boxes*, or null where there are none.
 * @param {Iterable<Box>} boxes
 * @returns {Box | null}
 */
export function unite(boxes) {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Return the smallest box around *points*, of which there is at least one.
 * @param {readonly Point[]} points
 * @returns {Box}
 */
export function boxOfPoints(points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Return the box with *a* and *b* as opposite corners.
 * @param {Point} a
 * @param {Point} b
 * @returns {Box}
 */
export function boxBetween(a, b) {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/**
 * Return *box* grown by *margin* on every side.
 * @param {Box} box
 * @param {number} margin
 * @returns {Box}
 */
export function inflate(box, margin) {
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
}

/**
 * Return whether *point* lies in *box* or on its border.
 * @param {Box} box
 * @param {Point} point
 * @returns {boolean}
 */
export function contains(box, point) {
  const { x, y } = point;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/**
 * Return whether *inner* lies within *outer*.
 * @param {Box} outer
 * @param {Box} inner
 * @returns {boolean}
 */
export function encloses(outer, inner) {
  return contains(outer, inner) && contains(outer, { x: inner.x + inner.width, y: inner.y + inner.height });
}

/**
 * Return whether *a* and *b* share a point.
 * @param {Box} a
 * @param {Box} b
 * @returns {boolean}
 */
export function overlaps(a, b) {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/**
 * Return the distance between *a* and *b*.
 * @param {Point} a
 * @param {Point} b
 * @returns {number}
 */
export function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * Return the distance of *point* from the straight line from *a* to *b*.
 * @param {Point} point
 * @param {Point} a
 * @param {Point} b
 * @returns {number}
 */
export function distanceToSegment(point, a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/**
 * Return the multiple of *step* nearest to *value*.
 * @param {number} value
 * @param {number} step
 * @returns {number}
 */
export function snap(value, step) {
  return Math.round(value / step) * step;
}

/**
 * Return *value*, but at least *low* and at most *high*.
 * @param {number} value
 * @param {number} low
 * @param {number} high
 * @returns {number}
 */
export function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

/**
 * Return the middle of *box*.
 * @param {Box} box
 * @returns {Point}
 */
export function middle(box) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
