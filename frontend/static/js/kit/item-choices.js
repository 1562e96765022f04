/** The nodes, zones and named cables of the drawing as choices for the chooser dialog. */

import { isZone, kindOf } from '../model/items.js';
import { fullLabel, nameOf, titleOf } from '../model/names.js';
import { pictureOf } from './kind-picture.js';

/**
 * Return the nodes and zones that *may* lets through, as choices.
 * @param {import('../model/diagram-model.js').DiagramModel} model
 * @param {(id: string) => boolean | string} may
 * @returns {import('./forms/choice-list.js').Choice[]}
 */
export function choicesOfItems(model, may) {
  const placed = [...model.nodes.values(), ...model.zones.values()].filter((item) => may(item.id) === true);
  return placed.map((item) => ({
    value: item.id,
    label: (isZone(item) ? item.label : fullLabel(item)) || nameOf(model, item.id),
    detail: titleOf(item),
    picture: pictureOf(kindOf(item)),
  }));
}

/**
 * Return the cables that have a name of their own, as choices.
 * @param {import('../model/diagram-model.js').DiagramModel} model
 * @returns {import('./forms/choice-list.js').Choice[]}
 */
export function choicesOfCables(model) {
  const named = [...model.links.values()].filter((link) => link.name);
  return named.map((link) => ({ value: link.id, label: link.name ?? '', detail: nameOf(model, link.id), picture: pictureOf(kindOf(link)) }));
}
