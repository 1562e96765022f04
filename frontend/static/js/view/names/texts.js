/** What is written on the drawing, where it stands before anything is in its way, and in which fonts. */

import { describeReach } from '../../model/access.js';
import { countUsers, TILE } from '../../model/diagram.js';
import { isAnnotation } from '../../model/items.js';
import { fullLabel } from '../../model/names.js';
import { parseName } from '../../model/numbering.js';
import { t } from '../../util/text.js';
import { cut } from '../text.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** @typedef {Pick<TextRuler, 'width'>} Ruler */
/** @typedef {{ font: string, mono: string }} Families The families of fonts that a theme has. */

/**
 * @typedef {object} Caption A line of text around its middle.
 * @property {string} text
 * @property {number} x
 * @property {number} y
 * @property {number} width Of the ground behind it.
 * @property {number} height
 * @property {string | null} zone The zone in which it lies.
 * @property {string} [whole] What it would say if there were room.
 */

/** @typedef {'label' | 'address' | 'reach'} RowKind */
/** @typedef {{ kind: RowKind, text: string, below: number }} Row A line under a tile: how far *below* its middle. */

export const LONGEST_LABEL = 36;
/** As much as is shown of a text that is pointed at. */
const LONGEST_WHOLE = 80;
export const TITLE_SIZE = 13;
export const TITLE_INSET = 12;
const TITLE_Y = 17;
const BADGE_SIZE = 11;
const BADGE_HEIGHT = 18;
const LABEL_SIZE = 12;
const SMALL_SIZE = 10.5;
/** The height of a line of text. */
export const LINE = 15;
const LABEL_Y = TILE / 2 + 13;

/**
 * Return the font of titles of zones.
 * @param {Families} families
 * @param {number} [size] In units.
 * @returns {Font}
 */
export function titleFont({ font }, size = TITLE_SIZE) {
  return { family: font, weight: 600, size };
}

/**
 * Return the font of the badges of pods.
 * @param {Families} families
 * @returns {Font}
 */
export function badgeFont({ font }) {
  return { family: font, weight: 500, size: BADGE_SIZE };
}

/**
 * Return the font of addresses and interfaces.
 * @param {Families} families
 * @returns {Font}
 */
export function monoFont({ mono }) {
  return { family: mono, weight: 400, size: SMALL_SIZE };
}

/**
 * Return the font of cables' own names.
 * @param {Families} families
 * @returns {Font}
 */
export function cableFont({ font }) {
  return { family: font, weight: 500, size: SMALL_SIZE };
}

/**
 * Return the font of the rows of *kind* under tiles.
 * @param {Families} families
 * @param {RowKind} kind
 * @returns {Font}
 */
export function rowFont(families, kind) {
  if (kind === 'address') return monoFont(families);
  return { family: families.font, weight: kind === 'label' ? 500 : 400, size: kind === 'label' ? LABEL_SIZE : SMALL_SIZE };
}

/**
 * Return the rows that *node* has under its tile, each with its whole text.
 * @param {Scene} scene
 * @param {Node} node
 * @returns {Row[]}
 */
export function rowsUnder({ model }, node) {
  if (isAnnotation(node)) return [];
  /** @type {Row[]} */
  const rows = [{ kind: 'label', text: wholeOf(fullLabel(node)), below: LABEL_Y }];
  if (node.type === 'device') rows.push({ kind: 'address', text: wholeOf(node.connections[0]?.host ?? ''), below: LABEL_Y + LINE });
  else if (node.type === 'users') rows.push({ kind: 'reach', text: describeReach(model, node.id), below: LABEL_Y + LINE });
  return rows.filter(({ text }) => text !== '');
}

/**
 * Return *text* as one line that is shown in whole where it is pointed at.
 * @param {string} text
 */
export function wholeOf(text) {
  return cut(text, LONGEST_WHOLE);
}

/**
 * Return the title of *zone*, or null where it has none.
 * @param {Zone} zone
 * @param {Families} families
 * @param {Ruler} ruler
 * @param {number} [size] How large its letters are, in units.
 * @returns {Caption | null}
 */
export function titleOf(zone, families, ruler, size = TITLE_SIZE) {
  if (zone.label === '') return null;
  const room = Math.max(3, Math.floor((zone.width - 2 * TITLE_INSET) / (size * 0.56)));
  const text = cut(zone.label, room);
  const width = ruler.width(text, titleFont(families, size));
  return { text, x: zone.x + TITLE_INSET + width / 2, y: zone.y + TITLE_Y, width: width + 6, height: size + 4, zone: zone.id };
}

/**
 * Return the badge of the pod *zone*, beside its title or, where it has no room there, at the bottom; null where it has none.
 * @param {Scene} scene
 * @param {Zone} zone
 * @param {Families} families
 * @param {Ruler} ruler
 * @param {number} [titleSize] How large the letters of its title are, 0 where that is not shown.
 * @returns {Box & { text: string } | null}
 */
export function badgeOf({ model }, zone, families, ruler, titleSize = TITLE_SIZE) {
  const owner = model.nodes.get(zone.pod ?? '');
  if (owner?.type !== 'users') return null;
  const name = (parseName(owner.label)?.stem ?? owner.label).replace(/[-_. ]+$/, '');
  const text = t('one per {name} · ×{count}', { name: cut(name || t('user'), 20), count: countUsers(owner) });
  const title = titleSize > 0 ? titleOf(zone, families, ruler, titleSize) : null;
  const after = title ? title.width + 4 : 0;
  const width = ruler.width(text, badgeFont(families)) + 14;
  const fits = TITLE_INSET + after + width < zone.width - TITLE_INSET;
  return { text, x: zone.x + TITLE_INSET + (fits ? after : 0), y: fits ? zone.y + 8 : zone.y + zone.height - 26, width, height: BADGE_HEIGHT };
}

/**
 * Return the box of the ground behind *caption*.
 * @param {Pick<Caption, 'x' | 'y' | 'width' | 'height'>} caption
 * @returns {Box}
 */
export function boxOfCaption({ x, y, width, height }) {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
