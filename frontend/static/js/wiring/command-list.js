/** The list of all commands of the editor, with their names and shortcuts. */

import { alignItems, distributeItems } from '../model/commands/arrange.js';
import { reorderItems } from '../model/commands/order.js';
import { removeItems } from '../model/commands/remove.js';
import { lockItems } from '../model/commands/update.js';
import { groupIntoZone, ungroup } from '../model/commands/zones.js';

/** @typedef {import('../model/changes.js').Command} Change */
/** @typedef {import('../panels/desk.js').Desk} Desk */

/**
 * @typedef {object} Command
 * @property {string} id
 * @property {string} group
 * @property {() => string} label
 * @property {() => void} run
 * @property {string[]} [keys] The first is the one that is shown.
 * @property {string} [icon]
 * @property {() => boolean} [isEnabled]
 * @property {boolean} [isGlobal] Whether its keys also count while one types.
 */

/**
 * @typedef {object} Parts What commands act on.
 * @property {Desk} desk
 * @property {import('./canvas.js').Canvas} canvas
 * @property {import('./panels.js').Panels} panels
 * @property {import('./files.js').Files} files
 * @property {import('../view/viewport.js').Viewport} viewport
 * @property {Record<string, string>} urls
 * @property {boolean} signedIn
 * @property {() => void} saveNow
 * @property {() => void} openPalette
 * @property {() => void} find
 * @property {() => void} showHelp
 */

/**
 * Return all commands.
 * @param {Parts} parts
 * @returns {Command[]}
 */
export function listCommands(parts) {
  return [...editCommands(parts), ...arrangeCommands(parts), ...viewCommands(parts), ...fileCommands(parts), ...helpCommands(parts)];
}

/**
 * @param {Parts} parts
 * @returns {Command[]}
 */
function editCommands({ desk, canvas, panels }) {
  const { model, stack, selection } = desk;
  const group = 'Edit';
  const isEnabled = () => selection.size > 0;
  const selectAll = () => selection.set([...model.zones.keys(), ...model.nodes.keys(), ...model.links.keys(), ...model.access.keys()]);
  return [
    { id: 'undo', group, icon: 'undo', label: () => named('Undo', stack.undoLabel), keys: ['Ctrl+Z'], isEnabled: () => stack.canUndo, run: () => stack.undo() },
    { id: 'redo', group, icon: 'redo', label: () => named('Redo', stack.redoLabel), keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], isEnabled: () => stack.canRedo, run: () => stack.redo() },
    { id: 'duplicate', group, label: () => 'Duplicate', keys: ['Ctrl+D'], isEnabled, run: () => canvas.duplicate() },
    { id: 'delete', group, icon: 'trash', label: () => 'Delete', keys: ['Delete', 'Backspace'], isEnabled, run: () => stack.execute(removeItems(model, selection.ids)) },
    { id: 'rename', group, icon: 'pencil', label: () => 'Rename', keys: ['F2'], isEnabled: () => selection.only !== null, run: () => canvas.rename() },
    { id: 'properties', group, icon: 'sliders', label: () => 'Properties', keys: ['Enter'], isEnabled, run: panels.showProperties },
    { id: 'select-all', group, label: () => 'Select all', keys: ['Ctrl+A'], run: selectAll },
    { id: 'select-none', group, label: () => 'Select nothing', keys: ['Ctrl+Shift+A'], isEnabled, run: () => selection.clear() },
  ];
}

/**
 * @param {Parts} parts
 * @returns {Command[]}
 */
function arrangeCommands({ desk }) {
  const { model, stack, selection, newId } = desk;
  const group = 'Arrange';
  const placed = () => [...selection.ids].filter((id) => model.placed(id));
  const isEnabled = () => placed().length > 0;
  const isSeveral = () => placed().length > 1;
  const act = (/** @type {(ids: string[]) => Change} */ build) => () => stack.execute(build(placed()));
  const isLocked = () => placed().length > 0 && placed().every((id) => model.placed(id)?.locked);
  return [
    { id: 'group', group, label: () => 'Group into a zone', keys: ['Ctrl+G'], isEnabled, run: act((ids) => groupIntoZone(model, newId('z'), ids, 'Zone')) },
    { id: 'ungroup', group, label: () => 'Ungroup', keys: ['Ctrl+Shift+G'], isEnabled: () => placed().some((id) => model.zones.has(id)), run: act((ids) => ungroup(model, ids)) },
    { id: 'lock', group, label: () => (isLocked() ? 'Unlock' : 'Lock'), keys: ['Ctrl+Shift+L'], isEnabled, run: act((ids) => lockItems(model, ids, !isLocked())) },
    { id: 'align-left', group, label: () => 'Align left', isEnabled: isSeveral, run: act((ids) => alignItems(model, ids, 'left')) },
    { id: 'align-center', group, label: () => 'Align centres', isEnabled: isSeveral, run: act((ids) => alignItems(model, ids, 'center')) },
    { id: 'align-right', group, label: () => 'Align right', isEnabled: isSeveral, run: act((ids) => alignItems(model, ids, 'right')) },
    { id: 'align-top', group, label: () => 'Align top', isEnabled: isSeveral, run: act((ids) => alignItems(model, ids, 'top')) },
    { id: 'align-middle', group, label: () => 'Align middles', isEnabled: isSeveral, run: act((ids) => alignItems(model, ids, 'middle')) },
    { id: 'align-bottom', group, label: () => 'Align bottom', isEnabled: isSeveral, run: act((ids) => alignItems(model, ids, 'bottom')) },
    { id: 'distribute-x', group, label: () => 'Distribute across', isEnabled: isSeveral, run: act((ids) => distributeItems(model, ids, 'x')) },
    { id: 'distribute-y', group, label: () => 'Distribute down', isEnabled: isSeveral, run: act((ids) => distributeItems(model, ids, 'y')) },
    { id: 'forward', group, label: () => 'Bring forward', keys: ['Ctrl+]'], isEnabled, run: act((ids) => reorderItems(model, ids, 'forward')) },
    { id: 'backward', group, label: () => 'Send backward', keys: ['Ctrl+['], isEnabled, run: act((ids) => reorderItems(model, ids, 'backward')) },
  ];
}

/**
 * @param {Parts} parts
 * @returns {Command[]}
 */
function viewCommands({ canvas, panels, viewport, find, desk }) {
  const group = 'View';
  const { drawer } = panels;
  return [
    { id: 'zoom-in', group, icon: 'plus', label: () => 'Zoom in', keys: ['Ctrl++', 'Ctrl+='], isGlobal: true, run: () => viewport.zoomIn() },
    { id: 'zoom-out', group, icon: 'minus', label: () => 'Zoom out', keys: ['Ctrl+-'], isGlobal: true, run: () => viewport.zoomOut() },
    { id: 'zoom-100', group, label: () => 'Zoom to 100 %', keys: ['Ctrl+0'], isGlobal: true, run: () => viewport.zoomTo100() },
    { id: 'fit', group, icon: 'fit', label: () => 'Fit all', keys: ['Shift+1', 'Ctrl+Shift+H'], run: canvas.fitAll },
    { id: 'fit-selection', group, label: () => 'Fit the selection', keys: ['Shift+2'], isEnabled: () => desk.selection.size > 0, run: canvas.fitSelection },
    { id: 'find', group, icon: 'search', label: () => 'Find on the drawing', keys: ['Ctrl+F', '/'], run: find },
    { id: 'outline', group, icon: 'list', label: () => 'Go to the outline', keys: ['O'], run: panels.showOutline },
    { id: 'palette-panel', group, icon: 'plus', label: () => 'Go to the palette', keys: ['P'], run: panels.showPalette },
    { id: 'problems', group, icon: 'alert', label: () => 'Show problems', run: panels.showProblems },
    { id: 'xml', group, icon: 'drawer', label: () => 'Show the XML', run: () => drawer.openAt('tab-xml') },
    { id: 'yaml', group, label: () => 'Show the YAML', run: () => drawer.openAt('tab-yaml') },
    { id: 'matrix', group, icon: 'access', label: () => 'Show who reaches what', run: () => drawer.openAt('tab-matrix') },
    { id: 'theme', group, icon: 'moon', label: () => 'Switch between light and dark', run: flipTheme },
  ];
}

/**
 * @param {Parts} parts
 * @returns {Command[]}
 */
function fileCommands({ files, panels, urls, saveNow }) {
  const group = 'File';
  return [
    { id: 'download', group, icon: 'download', label: () => 'Download user-mapping.xml', run: () => void files.download() },
    { id: 'save', group, label: () => 'Save now', keys: ['Ctrl+S'], isGlobal: true, run: saveNow },
    { id: 'import', group, icon: 'import', label: () => 'Import a file', run: () => files.chooseFile() },
    { id: 'export-config', group, icon: 'file', label: () => 'Export config.yaml', run: () => void files.exportConfig() },
    { id: 'export-diagram', group, icon: 'export', label: () => 'Export the diagram (JSON)', run: () => files.exportDiagram() },
    { id: 'example', group, icon: 'grid', label: () => 'Start from an example', run: panels.chooseExample },
    { id: 'new', group, icon: 'plus', label: () => 'New diagram', run: () => location.assign(urls.new) },
    { id: 'my-diagrams', group, label: () => 'My diagrams', run: () => location.assign(urls.diagrams) },
  ];
}

/**
 * @param {Parts} parts
 * @returns {Command[]}
 */
function helpCommands({ openPalette, showHelp }) {
  const group = 'Help';
  return [
    { id: 'palette', group, icon: 'search', label: () => 'All commands', keys: ['Ctrl+K'], isGlobal: true, run: openPalette },
    { id: 'help', group, icon: 'help', label: () => 'Shortcuts', keys: ['?'], run: showHelp },
  ];
}

/**
 * @param {string} verb
 * @param {string | null} step
 */
function named(verb, step) {
  return step === null ? verb : `${verb}: ${step}`;
}

function flipTheme() {
  document.dispatchEvent(new Event('themetoggle'));
}
