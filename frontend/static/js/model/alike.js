/** Groups of items that have something in common (kind, zone, protocol, a problem), by which one selects them. */

import { isDevice } from './items.js';
import { fullLabel, titleOf } from './names.js';
import { t } from '../util/text.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */
/** @typedef {{ title: string, sort: string, ids: string[] }} Alike What some items have in common, of which sort that is, and who they are. */

/**
 * Return what items of *model* have in common: first their kinds, then their zones, protocols, and problems.
 * @param {DiagramModel} model
 * @param {readonly { item?: string | null, severity: string }[]} problems
 * @param {(protocol: string) => string} titleOfProtocol
 * @returns {Alike[]}
 */
export function findAlike(model, problems, titleOfProtocol) {
  return [...byKind(model), ...byZone(model), ...byProtocol(model, titleOfProtocol), ...byProblem(model, problems)];
}

/**
 * Return the nodes and zones that are of the kinds of those among *ids*.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {string[]}
 */
export function findSameKind(model, ids) {
  const titles = new Set(model.placedAmong(ids).map((id) => titleOf(/** @type {Node | Zone} */ (model.placed(id)))));
  return byKind(model).filter(({ title }) => titles.has(title)).flatMap((group) => group.ids);
}

/** @param {DiagramModel} model */
function byKind(model) {
  const pairs = [...model.nodes.values(), ...model.zones.values()].map((item) => /** @type {[string, string]} */ ([titleOf(item), item.id]));
  return gather(pairs, t('Kind'));
}

/** @param {DiagramModel} model */
function byZone(model) {
  const zones = [...model.zones.values()].map((zone) => ({ title: fullLabel(zone) || titleOf(zone), sort: t('In the zone'), ids: model.allContentOf(zone.id).map(({ id }) => id) }));
  return zones.filter(({ ids }) => ids.length > 0);
}

/**
 * @param {DiagramModel} model
 * @param {(protocol: string) => string} titleOfProtocol
 */
function byProtocol(model, titleOfProtocol) {
  const devices = [...model.nodes.values()].filter(isDevice);
  const pairs = devices.flatMap(({ id, connections }) => {
    const protocols = new Set(connections.map(({ protocol }) => titleOfProtocol(protocol)));
    return [...protocols].map((title) => /** @type {[string, string]} */ ([title, id]));
  });
  const without = devices.filter(({ connections }) => connections.length === 0).map(({ id }) => id);
  const groups = gather(pairs, t('Protocol'));
  return without.length === 0 ? groups : [...groups, { title: t('Without a connection'), sort: t('Protocol'), ids: without }];
}

/**
 * @param {DiagramModel} model
 * @param {readonly { item?: string | null, severity: string }[]} problems
 */
function byProblem(model, problems) {
  const titles = /** @type {const} */ ([['error', t('With an error')], ['warning', t('With a warning')]]);
  return titles.flatMap(([severity, title]) => {
    const ids = new Set(problems.flatMap((problem) => (problem.severity === severity && problem.item && model.item(problem.item) ? [problem.item] : [])));
    return ids.size === 0 ? [] : [{ title, sort: t('Problem'), ids: [...ids] }];
  });
}

/**
 * Return one group for each title among *pairs* of a title and an id.
 * @param {readonly [string, string][]} pairs
 * @param {string} sort
 * @returns {Alike[]}
 */
function gather(pairs, sort) {
  /** @type {Map<string, Alike>} */
  const groups = new Map();
  for (const [title, id] of pairs) {
    const group = groups.get(title) ?? { title, sort, ids: [] };
    group.ids.push(id);
    groups.set(title, group);
  }
  return [...groups.values()];
}
