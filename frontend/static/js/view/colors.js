/** The colours and fonts of the canvas, from the tokens that pages and panels use too. */

/**
 * @typedef {object} Theme
 * @property {string} canvas
 * @property {string} grid
 * @property {string} text
 * @property {string} muted
 * @property {string} accent
 * @property {string} onAccent
 * @property {string} access
 * @property {string} accessTint
 * @property {string} cable
 * @property {string} tile
 * @property {string} tileLine
 * @property {string} icon
 * @property {string} note
 * @property {string} noteLine
 * @property {string} podTint
 * @property {string} podLine
 * @property {string} zoneTint
 * @property {string} zoneLine
 * @property {string} sunken
 * @property {string} error
 * @property {string} warning
 * @property {string} shade
 * @property {string} font
 * @property {string} mono
 */

/** @type {Readonly<Record<keyof Theme, string>>} */
const TOKENS = {
  canvas: '--canvas',
  grid: '--grid',
  text: '--text',
  muted: '--muted',
  accent: '--accent',
  onAccent: '--on-accent',
  access: '--access',
  accessTint: '--access-tint',
  cable: '--cable',
  tile: '--tile',
  tileLine: '--tile-line',
  icon: '--icon',
  note: '--note',
  noteLine: '--note-line',
  podTint: '--pod-tint',
  podLine: '--pod-line',
  zoneTint: '--zone-tint',
  zoneLine: '--zone-line',
  sunken: '--sunken',
  error: '--error',
  warning: '--warning',
  shade: '--shade',
  font: '--font',
  mono: '--mono',
};

/**
 * Return the theme that holds at *element*.
 * @param {Element} element
 * @returns {Theme}
 */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const values = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(values);
}
