/** Named layers: nodes and zones name the one that they are on, and the settings which of them are hidden. */

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {{ name: string, ids: string[], isHidden: boolean, isLocked: boolean }} Layer It is locked where all on it are. */

/** The longest name of a layer. */
export const LONGEST_LAYER = 60;

/**
 * Return the layers of *model*, by name.
 * @param {DiagramModel} model
 * @returns {Layer[]}
 */
export function layersOf(model) {
  /** @type {Map<string, Layer>} */
  const layers = new Map();
  for (const { id, layer: name, locked } of [...model.zones.values(), ...model.nodes.values()]) {
    if (!name) continue;
    const layer = layers.get(name) ?? { name, ids: [], isHidden: model.settings.hidden?.includes(name) ?? false, isLocked: true };
    layer.ids.push(id);
    layer.isLocked &&= locked;
    layers.set(name, layer);
  }
  return [...layers.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Return what says of an item of *model* whether a layer hides it: a cable and an access edge go with either end.
 * @param {DiagramModel} model
 * @returns {((item: Item) => boolean) | null} Null where nothing is hidden.
 */
export function hiding(model) {
  const hidden = new Set(model.settings.hidden);
  if (hidden.size === 0) return null;
  const isOn = (/** @type {string} */ id) => hidden.has(model.placed(id)?.layer ?? '');
  return (item) => {
    if ('source' in item) return isOn(item.source.node) || isOn(item.target.node);
    if ('users' in item) return isOn(item.users) || isOn(item.target);
    return hidden.has(item.layer ?? '');
  };
}
