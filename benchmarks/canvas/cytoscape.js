/** The same drawing in Cytoscape.js with compound nodes, which the benchmark brings along for itself. */

import { ICONS } from '../../frontend/static/js/model/icons.js';
import { makeLab } from './lab.js';

const host = /** @type {HTMLElement} */ (document.getElementById('host'));
/** @type {any} */
let cy;

/** @param {string} kind */
function picture(kind) {
  const path = ICONS[/** @type {keyof typeof ICONS} */ (kind)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="34" height="34" viewBox="0 0 24 24"><path d="${path}" fill="none" stroke="#3a4453" stroke-width="1.5"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

const STYLE = [
  { selector: 'node.device', style: {
    shape: 'round-rectangle', width: 56, height: 56, 'background-color': '#fff', 'border-width': 1, 'border-color': '#aab3c0',
    'background-image': 'data(picture)', label: 'data(label)', 'text-valign': 'bottom', 'text-wrap': 'wrap', 'font-size': 12, 'min-zoomed-font-size': 5,
  } },
  { selector: 'node.zone', style: {
    shape: 'round-rectangle', 'background-color': '#1a1e26', 'background-opacity': 0.04, 'border-width': 1, 'border-color': '#c3cad4',
    label: 'data(label)', 'font-size': 13, 'min-zoomed-font-size': 5,
  } },
  { selector: 'edge', style: {
    width: 1.75, 'line-color': '#768294', 'curve-style': 'straight', 'source-label': 'data(from)', 'target-label': 'data(to)',
    'source-text-offset': 48, 'target-text-offset': 48, 'font-size': 10.5, 'min-zoomed-font-size': 6.5,
  } },
];

window.bench = {
  load(/** @type {number} */ count) {
    const lab = makeLab(count);
    const elements = [
      ...lab.zones.map((zone) => ({ data: { id: zone.id, label: zone.label }, classes: 'zone' })),
      ...lab.nodes.map((node) => ({
        data: { id: node.id, parent: node.zone, label: `${node.label}\n${node.connections[0].host}`, picture: picture(node.kind) },
        position: { x: node.x, y: node.y },
        classes: 'device',
      })),
      ...lab.links.map((link) => ({
        data: { id: link.id, source: link.source.node, target: link.target.node, from: link.source.interface, to: link.target.interface },
      })),
    ];
    cy = /** @type {any} */ (window).cytoscape({ container: host, elements, style: STYLE, layout: { name: 'preset' }, wheelSensitivity: 1 });
  },
  fit() {
    cy.fit(undefined, 48);
  },
  showClose() {
    cy.zoom(1);
    cy.pan({ x: 100, y: 100 });
  },
  select(/** @type {number} */ count) {
    cy.nodes('.device').slice(0, count).select();
  },
  where() {
    return cy.$('#n0').renderedPosition();
  },
};
