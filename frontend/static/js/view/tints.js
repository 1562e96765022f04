/** The colours of zones, notes and shapes: those of their sort, or the one that somebody gave them. */

import { blend, thin } from './colors.js';

/** @typedef {import('./colors.js').Theme} Theme */
/** @typedef {import('../model/diagram.js').Note} Note */
/** @typedef {import('../model/diagram.js').Shape} Shape */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {{ fill: string, line: string, text: string }} Tints */

/** How much of a colour covers what is under it: as a ground for text of the same colour, as paper, and as a line around either. */
const GROUND = 0.1;
const PAPER = 0.16;
const LINE = 0.65;

/**
 * Return the colours of *zone*.
 * @param {Theme} theme
 * @param {Zone} zone
 * @returns {Tints}
 */
export function tintsOfZone(theme, { color, pod }) {
  if (color) return { fill: thin(theme[color], GROUND), line: thin(theme[color], LINE), text: theme[color] };
  return pod === null
    ? { fill: theme.zoneTint, line: theme.zoneLine, text: theme.muted }
    : { fill: theme.podTint, line: theme.podLine, text: theme.muted };
}

/**
 * Return the colours of *note*; the colour of a plain one is that of its text.
 * @param {Theme} theme
 * @param {Note} note
 * @returns {Tints}
 */
export function tintsOfNote(theme, { color, plain }) {
  if (!color) return { fill: theme.note, line: theme.noteLine, text: theme.text };
  return { fill: blend(theme.tile, thin(theme[color], PAPER)), line: thin(theme[color], LINE), text: plain ? theme[color] : theme.text };
}

/**
 * Return the colours of *shape*.
 * @param {Theme} theme
 * @param {Shape} shape
 * @returns {Tints}
 */
export function tintsOfShape(theme, { color }) {
  const own = color ? theme[color] : theme.muted;
  return { fill: thin(own, GROUND), line: own, text: color ? own : theme.text };
}
