/** Shares a picture out over sheets of paper: one that it fits on, or as many as it needs at its real size. Pure. */

/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {{ width: number, height: number }} Size */

/**
 * @typedef {object} Sheets
 * @property {Size} paper In millimetres, turned as it is used.
 * @property {number} scale How large the picture is, 1 being its real size.
 * @property {Box[]} parts What of the picture is on each sheet, in its pixels.
 * @property {number} columns How many sheets lie beside each other.
 */

/** In millimetres, as they lie in the printer. */
export const PAPERS = Object.freeze({
  a4: { width: 210, height: 297 },
  a3: { width: 297, height: 420 },
  letter: { width: 215.9, height: 279.4 },
  tabloid: { width: 279.4, height: 431.8 },
});

/** @typedef {keyof typeof PAPERS} PaperName */

/** Round the sheet, and under the picture for the line with title and date, in millimetres. */
export const MARGIN = 10;
export const FOOT = 7;
/** One pixel of a picture, in millimetres. */
export const PIXEL = 25.4 / 96;
/** How far a small picture is enlarged, how much of a sheet the next one shows again, and how many sheets there may be. */
const LARGEST = 1.5;
const OVERLAP = 32;
const MOST = 64;

/**
 * Return the sheets for a picture of *size*, on the side of *paper* that suits it.
 * @param {Size} size
 * @param {PaperName} paper
 * @param {{ isTiled?: boolean, hasFoot?: boolean }} [options]
 * @returns {Sheets}
 */
export function shareOut(size, paper, { isTiled = false, hasFoot = false } = {}) {
  const { width, height } = PAPERS[paper];
  const turns = [{ width, height }, { width: height, height: width }];
  const all = turns.map((turned) => (isTiled ? tile(size, turned, hasFoot) : fit(size, turned, hasFoot)));
  return all[1].parts.length < all[0].parts.length || (all[1].parts.length === all[0].parts.length && all[1].scale > all[0].scale) ? all[1] : all[0];
}

/**
 * Return how many pixels of a picture a sheet has room for at its real size.
 * @param {Size} paper
 * @param {boolean} hasFoot
 * @returns {Size}
 */
function roomOn({ width, height }, hasFoot) {
  return { width: (width - 2 * MARGIN) / PIXEL, height: (height - 2 * MARGIN - (hasFoot ? FOOT : 0)) / PIXEL };
}

/**
 * @param {Size} size
 * @param {Size} paper
 * @param {boolean} hasFoot
 * @returns {Sheets}
 */
function fit({ width, height }, paper, hasFoot) {
  const room = roomOn(paper, hasFoot);
  const scale = Math.min(room.width / width, room.height / height, LARGEST);
  return { paper, scale, parts: [{ x: 0, y: 0, width, height }], columns: 1 };
}

/**
 * @param {Size} size
 * @param {Size} paper
 * @param {boolean} hasFoot
 * @returns {Sheets}
 */
function tile(size, paper, hasFoot) {
  const room = roomOn(paper, hasFoot);
  let scale = 1;
  let [columns, rows] = countTiles(size, room, scale);
  while (columns * rows > MOST) [columns, rows] = countTiles(size, room, (scale *= 0.9));
  if (columns * rows === 1) return fit(size, paper, hasFoot);
  const [width, height] = [room.width / scale, room.height / scale];
  const parts = Array.from({ length: columns * rows }, (_, place) => {
    const [column, row] = [place % columns, Math.floor(place / columns)];
    return { x: column * (width - OVERLAP), y: row * (height - OVERLAP), width, height };
  });
  return { paper, scale, parts, columns };
}

/**
 * @param {Size} size
 * @param {Size} room
 * @param {number} scale
 * @returns {[number, number]}
 */
function countTiles(size, room, scale) {
  const count = (/** @type {'width' | 'height'} */ side) =>
    Math.max(1, Math.ceil((size[side] - OVERLAP) / (room[side] / scale - OVERLAP)));
  return [count('width'), count('height')];
}
