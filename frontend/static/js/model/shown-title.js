/**
 * The title of a diagram as one sees it: the one that it was given, else what it holds. `core/drawing/shown_title.py` says
 * the same on the server, for lists.
 */

import { DEFAULT_TITLE } from './diagram.js';

/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */

const MOST_NAMES = 3;
const LONGEST_NAME = 40;
const COUNTED_ZONE = /^Zone [0-9]+$/;

/**
 * Return the title of a diagram or model; one that nobody named is called by its outermost zones, else by its first devices.
 * @param {object} drawing
 * @param {string} drawing.title
 * @param {readonly Node[] | ReadonlyMap<string, Node>} drawing.nodes
 * @param {readonly Zone[] | ReadonlyMap<string, Zone>} drawing.zones
 * @returns {string}
 */
export function shownTitle({ title, nodes, zones }) {
  if (title !== DEFAULT_TITLE) return title;
  const outermost = [...zones.values()].filter(({ zone, label }) => zone === null && !COUNTED_ZONE.test(label));
  const devices = [...nodes.values()].filter(({ type }) => type === 'device');
  const [inZones, ofDevices] = [outermost, devices].map(namesOf);
  const names = inZones.length > 0 ? inZones : ofDevices;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return (names.length > MOST_NAMES ? `${shown} …` : shown) || DEFAULT_TITLE;
}

/** @param {readonly { label: string }[]} items */
function namesOf(items) {
  const lines = items.map(({ label }) => [...label.trim().split(/\s+/).join(' ')].slice(0, LONGEST_NAME).join(''));
  return [...new Set(lines.filter((line) => line !== ''))];
}
