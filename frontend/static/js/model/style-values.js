/** The values that styles have: colours, sizes of text, and how strong pictures are. */

import { isAnnotation, isLink, isNode, isPicture, isZone } from './items.js';
import { t } from '../util/text.js';

/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'gray'} Color A token of the style sheets. */

/** @type {Readonly<Record<Color, string>>} How each colour is called. */
export const COLORS = Object.freeze({
  red: t('Red'),
  orange: t('Orange'),
  yellow: t('Yellow'),
  green: t('Green'),
  teal: t('Teal'),
  blue: t('Blue'),
  purple: t('Purple'),
  gray: t('Grey'),
});

/** @type {readonly Color[]} */
export const COLOR_NAMES = Object.freeze(/** @type {Color[]} */ (Object.keys(COLORS)));

/** How much larger than other notes the text of a note is, by its size. */
export const NOTE_SCALES = Object.freeze({ large: 1.5, title: 2.25 });

/** How strong a picture is that nobody made fainter, in percent; and how faint one may be. */
export const STRONG = 100;
export const FAINTEST = 5;

/**
 * Return whether *item* can have a colour.
 * @param {Item | undefined} item
 * @returns {item is import('./diagram.js').Zone | import('./diagram.js').Note | import('./diagram.js').Shape | import('./diagram.js').Link}
 */
export function isColorable(item) {
  return item !== undefined && (isZone(item) || isLink(item) || (isNode(item) && isAnnotation(item) && !isPicture(item)));
}
