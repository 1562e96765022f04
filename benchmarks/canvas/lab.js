/** The drawing that all canvases show: groups of 20 nodes, two cables a node, names at both ends of each. */

import * as make from '../../frontend/static/js/model/diagram.js';
import { pick, seededRandom } from '../../tests/frontend/support/random.js';

const GROUP = 20;
const COLUMNS = 5;
const STEP = 130;
const GAP = 90;
const KINDS = /** @type {const} */ (['router', 'switch', 'server', 'workstation', 'firewall', 'l3switch']);

const COLORS = /** @type {const} */ ([null, 'blue', 'red', 'green', null]);

/**
 * Return the diagram with *count* nodes dressed up: cables in right angles, with colours, widths, dashes and some names.
 * @param {number} count
 */
export function makeDressedLab(count) {
  const lab = makeLab(count);
  const links = lab.links.map((link, place) => ({
    ...link, color: COLORS[place % COLORS.length], width: place % 3 === 0 ? 'thick' : null, dash: place % 4 === 0 ? 'dashed' : null,
    name: place % 5 === 0 ? `VLAN ${place}` : '',
  }));
  return { ...lab, links, settings: { ...lab.settings, cables: 'orthogonal' } };
}

/**
 * Return a diagram with *count* nodes.
 * @param {number} count
 */
export function makeLab(count) {
  const random = seededRandom(count);
  const groups = Math.ceil(count / GROUP);
  const across = Math.ceil(Math.sqrt(groups));
  const width = COLUMNS * STEP + GAP;
  const height = (GROUP / COLUMNS) * STEP + GAP;
  const corner = (/** @type {number} */ group) => ({ x: (group % across) * width, y: Math.floor(group / across) * height });
  const zones = Array.from({ length: groups }, (_, group) => {
    const { x, y } = corner(group);
    return make.createZone({ id: `z${group}`, label: `Rack ${group + 1}`, x: x - 80, y: y - 90, width: width - GAP + 20, height: height - 20 });
  });
  const nodes = Array.from({ length: count }, (_, place) => {
    const group = Math.floor(place / GROUP);
    const within = place % GROUP;
    const { x, y } = corner(group);
    return make.createDevice({
      id: `n${place}`, label: `R${place}`, kind: pick(random, KINDS), zone: `z${group}`,
      x: x + (within % COLUMNS) * STEP, y: y + Math.floor(within / COLUMNS) * STEP,
      connections: [make.createConnection({ host: `10.${place >> 8}.${place & 255}.1` })],
    });
  });
  return { ...make.emptyDiagram(), nodes, zones, links: makeLinks(count, random) };
}

/**
 * Most cables stay in their group, some lead to the next ones.
 * @param {number} count
 * @param {() => number} random
 */
function makeLinks(count, random) {
  return Array.from({ length: count * 2 }, (_, place) => {
    const from = place % count;
    const reach = random() < 0.85 ? GROUP : 3 * GROUP;
    const base = Math.floor(from / GROUP) * GROUP;
    let to = Math.min(count - 1, base + Math.floor(random() * reach));
    if (to === from) to = from === 0 ? 1 : from - 1;
    return make.createLink(`l${place}`, `n${from}`, `n${to}`, { source: `eth${place % 8}`, target: `ge${place % 6}` });
  });
}
