/** Prints a picture, on paper or into a PDF: sheets that only the printer sees, each with a part of one SVG. */

import { element } from '../../kit/dom.js';
import { svgPicture } from '../../kit/svg-picture.js';
import { t } from '../../util/text.js';
import { FOOT, MARGIN, PIXEL, shareOut } from './sheets.js';

/** @typedef {import('./sheets.js').PaperName} PaperName */
/** @typedef {{ paper: PaperName, isTiled: boolean, foot: string[] }} Layout `foot` is what stands under the picture. */

const SVG = 'http://www.w3.org/2000/svg';
const DRAWING = 'print-drawing';

/**
 * Let the browser print the picture *svg*, and put everything back afterwards.
 * @param {string} svg
 * @param {Layout} layout
 */
export function printPicture(svg, { paper, isTiled, foot }) {
  const drawing = svgPicture(svg);
  const size = { width: Number(drawing.getAttribute('width')), height: Number(drawing.getAttribute('height')) };
  const sheets = shareOut(size, paper, { isTiled, hasFoot: foot.length > 0 || isTiled });
  const shared = document.createElementNS(SVG, 'g');
  shared.id = DRAWING;
  shared.append(...drawing.childNodes);
  const count = sheets.parts.length;
  const pages = sheets.parts.map((part, place) => sheetOf(
    windowOn(place === 0 ? shared : reuse(), part, sheets.scale),
    count > 1 ? [...foot, t('{place} of {count}', { place: place + 1, count })] : foot,
    sheets.paper,
  ));
  show(element('div', { class: 'print-sheets', 'aria-hidden': 'true' }, ...pages), sheets.paper);
}

/**
 * Show *root* to the printer alone, on *paper*, and print.
 * @param {HTMLElement} root
 * @param {{ width: number, height: number }} paper
 */
function show(root, { width, height }) {
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${width}mm ${height}mm; margin: ${MARGIN}mm; }`);
  document.querySelector('.print-sheets')?.remove();
  document.body.append(root);
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, rules];
  addEventListener('afterprint', () => {
    root.remove();
    document.adoptedStyleSheets = before;
  }, { once: true });
  print();
}

/**
 * @param {SVGElement} drawing
 * @param {string[]} foot
 * @param {{ width: number, height: number }} paper
 */
function sheetOf(drawing, foot, { width, height }) {
  const line = foot.length > 0 ? element('div', { class: 'print-foot' }, ...foot.map((text) => element('span', {}, text))) : null;
  const sheet = element('div', { class: 'print-sheet' }, drawing, line);
  sheet.style.width = `${width - 2 * MARGIN}mm`;
  // A hair less than there is, so that no browser begins another sheet.
  sheet.style.height = `${height - 2 * MARGIN - 0.5}mm`;
  if (line) line.style.height = `${FOOT}mm`;
  return sheet;
}

/**
 * @param {SVGElement} content
 * @param {import('../../util/geometry.js').Box} part
 * @param {number} scale
 */
function windowOn(content, { x, y, width, height }, scale) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  svg.setAttribute('width', `${width * scale * PIXEL}mm`);
  svg.setAttribute('height', `${height * scale * PIXEL}mm`);
  svg.append(content);
  return svg;
}

function reuse() {
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#${DRAWING}`);
  return use;
}
