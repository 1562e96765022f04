/** Measures whether names on a drawing lie on each other or on anything else, with a ruler that needs no browser. */

import { TILE } from '../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { badgeOf, boxOfCaption, titleOf } from '../../../frontend/static/js/view/names/texts.js';
import { headBox } from '../../../frontend/static/js/view/routes/access-curve.js';
import { tileBox } from '../../../frontend/static/js/view/shapes.js';

/** @typedef {import('../../../frontend/static/js/util/geometry.js').Box} Box */
/** @typedef {{ what: string, box: Box, isName: boolean }} Part What may not be covered, and whether it is a name that may cover nothing. */

const FAMILIES = { font: 'sans', mono: 'mono' };
const LETTER = { sans: 0.56, mono: 0.602 };

/** Widths much as browsers have them. */
export const plainRuler = {
  width: (/** @type {string} */ text, /** @type {{ family: string, size: number }} */ { family, size }) =>
    text.length * size * LETTER[/** @type {keyof typeof LETTER} */ (family)],
};

/**
 * Return the names of *diagram*: how many there are, which are shortened, which of these are cut, how many found no place, and which lie on what.
 * @param {import('../../../frontend/static/js/model/diagram.js').Diagram} diagram
 */
export function lookAtNames(diagram) {
  const model = new DiagramModel(diagram);
  const scene = new Scene(model);
  const plan = scene.names(FAMILIES, plainRuler);
  const links = [...model.links.values()];
  const ends = links.flatMap((link) => [link.source, link.target]).filter((end) => end.interface !== '');
  const own = links.filter((link) => link.name);
  const atCables = [...plan.interfacesOf(links), ...own.flatMap((link) => plan.ownNameOf(link) ?? [])];
  const named = atCables.map((caption) => ({ what: `name ${caption.text}`, box: boxOfCaption(caption), isName: true }));
  // What stands under tiles covers arrows, and not the other way round.
  const arrows = [...model.access.values()].map((edge) => ({ what: `arrow of ${edge.id}`, box: headBox(scene.curves.of(edge)), isName: false }));
  const parts = [
    ...named,
    ...[...model.nodes.values()].flatMap((node) => partsOf(node, plan)),
    ...[...model.zones.values()].flatMap((zone) => titlesOf(scene, zone)),
  ];
  const shortened = atCables.flatMap(({ text, whole }) => (whole !== undefined && text !== whole ? [whole] : []));
  const cut = atCables.flatMap(({ text }) => (text.includes('…') ? [text] : []));
  return { shortened, cut, names: ends.length + own.length, missing: ends.length + own.length - atCables.length, overlaps: [...new Set([...listOverlaps(parts), ...listOverlaps([...named, ...arrows])])] };
}

/**
 * @param {import('../../../frontend/static/js/model/diagram.js').Node} node
 * @param {import('../../../frontend/static/js/view/names/name-plan.js').NamePlan} plan
 * @returns {Part[]}
 */
function partsOf(node, plan) {
  const { x, y } = node;
  if (node.type === 'shape') return []; // It lies behind everything, and has no tile.
  const tile = node.type === 'note' ? tileBox(node) : { x: x - TILE / 2, y: y - TILE / 2, width: TILE, height: TILE };
  const rows = Object.values(plan.rowsOf(node)).map((caption) => ({ what: `${caption.text} under ${node.label}`, box: boxOfCaption(caption), isName: true }));
  return [{ what: `tile of ${node.label}`, box: tile, isName: false }, ...rows];
}

/**
 * @param {Scene} scene
 * @param {import('../../../frontend/static/js/model/diagram.js').Zone} zone
 * @returns {Part[]}
 */
function titlesOf(scene, zone) {
  const title = titleOf(zone, FAMILIES, plainRuler);
  const badge = badgeOf(scene, zone, FAMILIES, plainRuler);
  return [title ? [boxOfCaption(title)] : [], badge ?? []].flat().map((box) => ({ what: `title of ${zone.label}`, box, isName: false }));
}

/**
 * Return the pairs of *parts* that share more than a border, of which one is a name.
 * @param {readonly Part[]} parts
 * @returns {string[]}
 */
function listOverlaps(parts) {
  const sorted = [...parts].sort((a, b) => a.box.x - b.box.x);
  return sorted.flatMap((one, place) => {
    const found = [];
    for (let next = place + 1; next < sorted.length && sorted[next].box.x < one.box.x + one.box.width; next++) {
      const other = sorted[next];
      if ((one.isName || other.isName) && meet(one.box, other.box)) found.push(`${one.what} / ${other.what}`);
    }
    return found;
  });
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function meet(a, b) {
  const least = 0.01;
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > least && down > least;
}
