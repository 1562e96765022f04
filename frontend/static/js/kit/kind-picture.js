/** Icons for kinds of items, as SVG elements. */

import { icon } from './dom.js';
import { ICON_GRID, ICON_STROKE, ICONS } from '../model/icons.js';

/** @typedef {import('../model/icons.js').IconName} IconName */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Return the picture of *kind*: a device kind, another thing of the palette, `pod`, `cable` or `access`.
 * @param {string} kind
 * @returns {SVGElement}
 */
export function pictureOf(kind) {
  const name = kind === 'pod' ? 'zone' : kind;
  const svg = name in ICONS ? drawn(ICONS[/** @type {IconName} */ (name)]) : icon(name);
  svg.setAttribute('class', `icon picture picture-${kind}`);
  return svg;
}

/** @param {string} path */
function drawn(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', `0 0 ${ICON_GRID} ${ICON_GRID}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('stroke-width', String(ICON_STROKE));
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
