/** What keys, menus and the command palette can do with the drawing, by the names that the keymap uses. */

import { boxAround } from '../model/boxes.js';
import { alignItems, distributeItems } from '../model/commands/arrange.js';
import { moveItems } from '../model/commands/move.js';
import { reorderItems } from '../model/commands/order.js';
import { removeItems } from '../model/commands/remove.js';
import { lockItems } from '../model/commands/update.js';
import { ungroup } from '../model/commands/zones.js';
import { groupItems } from '../model/grouping.js';
import { inflate, middle } from '../util/geometry.js';
import { GRID } from '../model/placement/spacing.js';
import { KINDS_WITH_KEYS } from '../gestures/keymap.js';
import { TabNavigation } from '../gestures/tab-navigation.js';

/** @typedef {import('../gestures/bench.js').Bench} Bench */
/** @typedef {import('../features/clipboard/clipboard.js').Clipboard} Clipboard */
/** @typedef {import('../gestures/tools/toolbox.js').Toolbox} Toolbox */
/** @typedef {import('../model/changes.js').Command} Command */
/** @typedef {import('../view/frame.js').Layers} Layers */

/** @typedef {{ run: () => void, isEnabled: () => boolean }} Action */
/** @typedef {Map<string, Action>} Actions */

const FAR = 5;
const PAN_STEP = 2 * GRID;
export const FIT_ROOM = 40;
const LARGEST_FIT = 1.5;
const NUDGE = 'nudge';

/**
 * Return the actions on the drawing. The shell adds its own (find, help, …) to the map.
 * @param {Bench} bench
 * @param {Toolbox} toolbox
 * @param {Clipboard} clipboard
 * @returns {Actions}
 */
export function createActions(bench, toolbox, clipboard) {
  return new Map([
    ...editing(bench, clipboard),
    ...selecting(bench, toolbox),
    ...arranging(bench),
    ...nudging(bench),
    ...drawing(toolbox),
    ...viewing(bench),
  ]);
}

const always = () => true;

/**
 * @param {Bench} bench
 * @param {Clipboard} clipboard
 * @returns {[string, Action][]}
 */
function editing(bench, clipboard) {
  const { host, model, stack, selection, viewport, shell } = bench;
  const hasPlaced = () => placedIn(bench).length > 0;
  const hasSelection = () => selection.size > 0;
  const isSingle = () => model.placed(selection.only ?? '') !== undefined;
  return [
    ['undo', { run: () => stack.undo(), isEnabled: () => stack.canUndo }],
    ['redo', { run: () => stack.redo(), isEnabled: () => stack.canRedo }],
    ['cut', { run: () => clipboard.cut(), isEnabled: hasPlaced }],
    ['copy', { run: () => clipboard.copy(), isEnabled: hasPlaced }],
    ['paste', { run: () => clipboard.paste(), isEnabled: () => clipboard.isFilled }],
    ['duplicate', { run: () => clipboard.duplicate(), isEnabled: hasPlaced }],
    ['delete', { run: () => stack.execute(removeItems(model, selection.ids)), isEnabled: hasSelection }],
    ['rename', { run: () => shell.rename(/** @type {string} */ (selection.only)), isEnabled: isSingle }],
    ['properties', { run: () => shell.showProperties(), isEnabled: hasSelection }],
    ['menu', {
      run: () => {
        const box = boxAround(model, selection.ids);
        const point = viewport.toScreen(box ? { x: box.x + box.width, y: box.y } : viewport.middle);
        const frame = host.getBoundingClientRect();
        shell.openMenu({ x: point.x + frame.left, y: point.y + frame.top });
      },
      isEnabled: always,
    }],
  ];
}

/**
 * @param {Bench} bench
 * @param {Toolbox} toolbox
 * @returns {[string, Action][]}
 */
function selecting(bench, toolbox) {
  const { host, model, selection } = bench;
  const navigation = new TabNavigation(bench);
  const all = () => [...model.zones.keys(), ...model.nodes.keys(), ...model.links.keys(), ...model.access.keys()];
  return [
    ['select-all', { run: () => selection.set(all()), isEnabled: always }],
    ['select-none', { run: () => selection.clear(), isEnabled: always }],
    ['escape', {
      run: () => {
        toolbox.escape();
        host.focus({ preventScroll: true });
        navigation.leave();
      },
      isEnabled: always,
    }],
    ['next', { run: () => navigation.go(1), isEnabled: () => navigation.canGo(1) }],
    ['previous', { run: () => navigation.go(-1), isEnabled: () => navigation.canGo(-1) }],
  ];
}

/**
 * @param {Bench} bench
 * @returns {[string, Action][]}
 */
function arranging(bench) {
  const { model, stack, selection, viewport, newId, shell: { say } } = bench;
  const placed = () => placedIn(bench);
  const on = (/** @type {(ids: string[]) => Command} */ make, least = 1) => ({
    run: () => stack.execute(make(placed())),
    isEnabled: () => placed().length >= least,
  });
  const reveal = (/** @type {string} */ id) => {
    selection.set([id]);
    viewport.reveal(/** @type {import('../util/geometry.js').Box} */ (boxAround(model, [id])));
  };
  const isLocked = (/** @type {string[]} */ ids) => ids.every((id) => model.placed(id)?.locked);
  return [
    ['group', { run: () => groupItems({ model, stack, newId, say, reveal }, placed()), isEnabled: () => placed().length > 0 }],
    ['ungroup', { run: () => stack.execute(ungroup(model, placed())), isEnabled: () => placed().some((id) => model.zones.has(id)) }],
    ['lock', on((ids) => lockItems(model, ids, !isLocked(ids)))],
    ['front', on((ids) => reorderItems(model, ids, 'front'))],
    ['forward', on((ids) => reorderItems(model, ids, 'forward'))],
    ['backward', on((ids) => reorderItems(model, ids, 'backward'))],
    ['back', on((ids) => reorderItems(model, ids, 'back'))],
    ['align-left', on((ids) => alignItems(model, ids, 'left'), 2)],
    ['align-center', on((ids) => alignItems(model, ids, 'center'), 2)],
    ['align-right', on((ids) => alignItems(model, ids, 'right'), 2)],
    ['align-top', on((ids) => alignItems(model, ids, 'top'), 2)],
    ['align-middle', on((ids) => alignItems(model, ids, 'middle'), 2)],
    ['align-bottom', on((ids) => alignItems(model, ids, 'bottom'), 2)],
    ['distribute-across', on((ids) => distributeItems(model, ids, 'x'), 3)],
    ['distribute-down', on((ids) => distributeItems(model, ids, 'y'), 3)],
  ];
}

/**
 * Arrows move by a step of the grid, or by a unit where nothing snaps to it, with Shift by five of them; a burst of
 * them is one step of undo. Without a selection they move the view.
 * @param {Bench} bench
 * @returns {[string, Action][]}
 */
function nudging(bench) {
  const { model, stack, selection, viewport, options } = bench;
  const nudge = (/** @type {number} */ right, /** @type {number} */ down) => () => {
    const ids = placedIn(bench);
    if (ids.length === 0) return viewport.panBy(-right * PAN_STEP, -down * PAN_STEP);
    const by = { x: right * options.step, y: down * options.step };
    stack.execute(moveItems(model, ids, by, { mergeKey: `${NUDGE} ${[...selection.ids].join(' ')}` }));
  };
  return [
    ['nudge-left', { run: nudge(-1, 0), isEnabled: always }],
    ['nudge-right', { run: nudge(1, 0), isEnabled: always }],
    ['nudge-up', { run: nudge(0, -1), isEnabled: always }],
    ['nudge-down', { run: nudge(0, 1), isEnabled: always }],
    ['nudge-far-left', { run: nudge(-FAR, 0), isEnabled: always }],
    ['nudge-far-right', { run: nudge(FAR, 0), isEnabled: always }],
    ['nudge-far-up', { run: nudge(0, -FAR), isEnabled: always }],
    ['nudge-far-down', { run: nudge(0, FAR), isEnabled: always }],
  ];
}

/**
 * @param {Toolbox} toolbox
 * @returns {[string, Action][]}
 */
function drawing(toolbox) {
  const placing = (/** @type {import('../gestures/bench.js').PlacedKind} */ kind) =>
    /** @type {[string, Action]} */ ([`place-${kind}`, { run: () => toolbox.arm(kind), isEnabled: always }]);
  return [
    ['select-tool', { run: () => toolbox.select(), isEnabled: always }],
    ['connect', { run: () => toolbox.connect(), isEnabled: always }],
    ['access', { run: () => toolbox.connect(true), isEnabled: always }],
    ['zone', { run: () => toolbox.arm('zone'), isEnabled: always }],
    ...KINDS_WITH_KEYS.map(placing),
  ];
}

/**
 * @param {Bench} bench
 * @returns {[string, Action][]}
 */
function viewing({ model, selection, viewport, view, options }) {
  const fit = (/** @type {Iterable<string>} */ ids, /** @type {number} */ largest) => {
    const box = boxAround(model, ids);
    if (box) viewport.fit(inflate(box, FIT_ROOM), largest);
  };
  const toggle = (/** @type {keyof Layers} */ layer) => ({
    run: () => view.setLayers({ [layer]: !view.layers[layer] }),
    isEnabled: always,
  });
  const goHome = () => {
    const box = boxAround(model, [...model.zones.keys(), ...model.nodes.keys()]);
    viewport.zoomTo100();
    if (box) viewport.centerOn(middle(box));
  };
  return [
    ['zoom-in', { run: () => viewport.zoomIn(), isEnabled: always }],
    ['zoom-out', { run: () => viewport.zoomOut(), isEnabled: always }],
    ['zoom-100', { run: () => viewport.zoomTo100(), isEnabled: always }],
    ['home', { run: goHome, isEnabled: always }],
    ['fit-all', { run: () => fit([...model.zones.keys(), ...model.nodes.keys()], 1), isEnabled: () => !model.isEmpty }],
    ['fit-selection', { run: () => fit(selection.ids, LARGEST_FIT), isEnabled: () => boxAround(model, selection.ids) !== null }],
    ['toggle-grid', toggle('grid')],
    ['toggle-cables', toggle('cables')],
    ['toggle-access', toggle('access')],
    ['toggle-labels', toggle('labels')],
    ['toggle-snap', { run: () => options.toggle('snaps'), isEnabled: always }],
    ['toggle-wheel', { run: () => options.toggle('wheelZooms'), isEnabled: always }],
  ];
}

/**
 * Return the selected nodes and zones.
 * @param {Bench} bench
 * @returns {string[]}
 */
function placedIn({ model, selection }) {
  return [...selection.ids].filter((id) => model.placed(id));
}
