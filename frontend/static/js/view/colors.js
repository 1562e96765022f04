/** Reads the colours and fonts of the canvas from the CSS tokens. */

/** What paper looks like in place of the canvas. */
export const PAPER = '#ffffff';

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
 * @property {string} red
 * @property {string} orange
 * @property {string} yellow
 * @property {string} green
 * @property {string} teal
 * @property {string} blue
 * @property {string} purple
 * @property {string} gray
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
  red: '--paint-red',
  orange: '--paint-orange',
  yellow: '--paint-yellow',
  green: '--paint-green',
  teal: '--paint-teal',
  blue: '--paint-blue',
  purple: '--paint-purple',
  gray: '--paint-gray',
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
  const values = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim().replace(/\s+/g, ' ')]);
  return Object.fromEntries(values);
}

/**
 * Return the theme *name* that the page would have, whichever it has now.
 * @param {'light' | 'dark'} name
 * @returns {Theme}
 */
export function readThemeNamed(name) {
  const root = document.documentElement;
  const now = root.dataset.theme;
  root.dataset.theme = name;
  const theme = readTheme(root);
  if (now === undefined) delete root.dataset.theme;
  else root.dataset.theme = now;
  return theme;
}

/**
 * Return whether the canvas of *theme* is dark.
 * @param {Theme} theme
 */
export function isDark({ canvas }) {
  const [red, green, blue] = parseColor(canvas);
  return red + green + blue < 3 * 128;
}

/**
 * Return the colour of *tint* laid over *base*, both as a browser writes colours.
 * @param {string} base
 * @param {string} tint
 * @returns {string}
 */
export function blend(base, tint) {
  const under = parseColor(base);
  const over = parseColor(tint);
  const mix = (/** @type {0 | 1 | 2} */ part) => Math.round(under[part] + (over[part] - under[part]) * over[3]);
  return `rgb(${mix(0)}, ${mix(1)}, ${mix(2)})`;
}

/**
 * Return *color* so thin that *alpha* of it (0 to 1) covers what is under it.
 * @param {string} color
 * @param {number} alpha
 * @returns {string}
 */
export function thin(color, alpha) {
  const [red, green, blue] = parseColor(color);
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/**
 * Return red, green, blue (0 to 255) and alpha (0 to 1) of *color*.
 * @param {string} color
 * @returns {[number, number, number, number]}
 */
function parseColor(color) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex) return [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16), 1];
  const [red, green, blue, alpha = '1'] = color.match(/[0-9.]+%?/g) ?? ['0', '0', '0'];
  return [Number(red), Number(green), Number(blue), alpha.endsWith('%') ? parseFloat(alpha) / 100 : Number(alpha)];
}
