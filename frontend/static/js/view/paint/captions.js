/**
 * Paints captions: titles of zones, labels and addresses below tiles; `interfaces.js` adds those at cables. Grounds are painted
 * first, then tiles, then the text, so that captions stay readable where cables cross.
 */

import { toUnits } from '../frame.js';
import { LINE, rowFont, rowsUnder, TITLE_SIZE, titleFont, titleOf } from '../names/texts.js';
import { cssFont } from '../text.js';
import { tintsOfZone } from '../tints.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../names/texts.js').Caption} Caption */
/** @typedef {import('../names/texts.js').RowKind} RowKind */
/** @typedef {import('../names/texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

/** @typedef {{ font: Font, color: string, captions: Caption[], isSteady?: boolean }} Captions Those of one look; steady ones are as large on the screen at every zoom. */

const MARGIN = 6;
/** Into how many sizes of steady letters a pixel is parted. */
const STEPS = 8;

/**
 * Return the captions under *nodes* that can be read at the zoom of *frame*.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Ruler} ruler
 * @returns {Captions[]}
 */
export function captionNodes({ detail, scene, theme }, nodes, ruler) {
  if (!detail.labels) return [];
  const rows = scene.names(theme, ruler).rowsOfAll(nodes);
  return looksOf(theme, detail, (kind) => rows[kind]);
}

/**
 * Return in whole those captions under *nodes* that are shortened.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Ruler} ruler
 * @returns {Captions[]}
 */
export function captionNodesInWhole({ detail, scene, theme }, nodes, ruler) {
  if (!detail.labels) return [];
  const names = scene.names(theme, ruler);
  return looksOf(theme, detail, (kind) => nodes.flatMap((node) => {
    const row = rowsUnder(scene, node).find((each) => each.kind === kind);
    if (!row || names.rowsOf(node)[kind]?.text === row.text) return [];
    const width = ruler.width(row.text, rowFont(theme, kind)) + MARGIN;
    return [{ text: row.text, x: node.x, y: node.y + row.below, width, height: LINE, zone: node.zone }];
  }));
}

/**
 * @param {Frame['theme']} theme
 * @param {Frame['detail']} detail
 * @param {(kind: RowKind) => Caption[]} write
 * @returns {Captions[]}
 */
function looksOf(theme, detail, write) {
  const look = (/** @type {RowKind} */ kind, /** @type {string} */ color) => ({ font: rowFont(theme, kind), color, captions: write(kind) });
  const labels = look('label', theme.text);
  return detail.addresses ? [labels, look('address', theme.muted), look('reach', theme.access)] : [labels];
}

/**
 * Return the titles of *zones*.
 * @param {Frame} frame
 * @param {readonly Zone[]} zones
 * @param {Ruler} ruler
 * @returns {Captions[]}
 */
export function captionZones({ theme, detail }, zones, ruler) {
  if (!detail.labels) return [];
  /** @type {Map<string, Caption[]>} */
  const looks = new Map();
  for (const zone of zones) {
    const title = titleOf(zone, theme, ruler, detail.titleSize);
    const color = tintsOfZone(theme, zone).text;
    if (title) looks.set(color, [...(looks.get(color) ?? []), title]);
  }
  const look = { font: titleFont(theme, detail.titleSize), isSteady: detail.titleSize > TITLE_SIZE };
  return [...looks].map(([color, captions]) => ({ ...look, color, captions }));
}

/**
 * Return whether any of *caption* is to be seen in *box*.
 * @param {import('../../util/geometry.js').Box} box
 * @param {Caption} caption
 * @returns {boolean}
 */
export function isInSight(box, { x, y, width, height }) {
  const [aside, above] = [width / 2 + MARGIN, height / 2 + MARGIN];
  return x + aside > box.x && x - aside < box.x + box.width && y + above > box.y && y - above < box.y + box.height;
}

/**
 * Paint *captions* that are in sight.
 * @param {Frame} frame
 * @param {readonly Captions[]} all
 */
export function paintCaptions(frame, all) {
  const { ctx, box } = frame;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { font, color, captions, isSteady } of all) {
    ctx.fillStyle = color;
    const seen = captions.filter((caption) => isInSight(box, caption));
    if (isSteady) paintSteady(frame, font, seen);
    else {
      ctx.font = cssFont(font);
      for (const { text, x, y } of seen) ctx.fillText(text, x, y);
    }
  }
}

/**
 * Paint *texts* in *font*, which is as large on the screen at every zoom, so in device pixels: while one zooms, in units it would be of another
 * size in each frame, for which a browser takes a millisecond to prepare it.
 * @param {Frame} frame
 * @param {Font} font
 * @param {readonly { text: string, x: number, y: number }[]} texts Each around its middle.
 */
export function paintSteady(frame, font, texts) {
  const { ctx, pixel, origin } = frame;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.font = cssFont({ ...font, size: Math.round(font.size * pixel * STEPS) / STEPS });
  for (const { text, x, y } of texts) ctx.fillText(text, x * pixel + origin.x, y * pixel + origin.y);
  toUnits(frame);
}
