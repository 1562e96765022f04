/** Actions that zoom, show and hide layers, and set how the canvas is worked. */

import { boxAroundAll, boxAroundDrawn } from '../../model/geometry/boxes.js';
import { inflate, middle } from '../../util/geometry.js';
import { FIT_ROOM } from '../../view/viewport.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../view/frame.js').Layers} Layers */
/** @typedef {import('../actions.js').Action} Action */

/** How far the zoom goes in to show a selection. */
const LARGEST_FIT = 1.5;

/** @type {readonly Action[]} */
export const VIEWING = [
  {
    name: 'zoom-in', label: t('Zoom in'), group: 'View', keys: ['Ctrl++', 'Ctrl+='],
    run: ({ viewport }) => viewport.zoomIn(),
  },
  {
    name: 'zoom-out', label: t('Zoom out'), group: 'View', keys: ['Ctrl+-'],
    run: ({ viewport }) => viewport.zoomOut(),
  },
  {
    name: 'zoom-100', label: t('Zoom to 100 %'), group: 'View', keys: ['Ctrl+0'],
    run: ({ viewport }) => viewport.zoomTo100(),
  },
  {
    name: 'home', label: t('Show the drawing at 100 %'), group: 'View', keys: ['Home'], scope: 'canvas',
    run: ({ model, viewport }) => {
      const box = boxAroundAll(model);
      viewport.zoomTo100();
      if (box) viewport.centerOn(middle(box));
    },
  },
  {
    name: 'fit-all', label: t('Fit everything'), icon: 'fit', group: 'View', keys: ['Shift+1', 'Ctrl+Shift+H'], scope: 'canvas', menus: { canvas: 13 },
    isEnabled: ({ model }) => !model.isEmpty,
    run: ({ model, viewport }) => fit(viewport, boxAroundAll(model), 1),
  },
  {
    name: 'fit-selection', label: t('Fit the selection'), group: 'View', keys: ['Shift+2'], scope: 'canvas',
    isEnabled: ({ selection }) => selection.size > 0,
    run: ({ model, selection, viewport }) => fit(viewport, boxAroundDrawn(model, selection.ids), LARGEST_FIT),
  },
  { ...layer('grid', t('Show or hide the grid'), t('Grid')), keys: ["Ctrl+'"], menus: { view: 13 } },
  { ...layer('cables', t('Show or hide cables'), t('Cables')), menus: { view: 10 } },
  { ...layer('access', t('Show or hide access'), t('Access')), menus: { view: 11 } },
  { ...layer('labels', t('Show or hide labels'), t('Names and addresses')), menus: { view: 12 } },
  {
    name: 'minimap', label: t('Show or hide the map'), short: t('Map'), group: 'View', keys: ['M'], scope: 'canvas', menus: { view: 20 },
    isChecked: ({ minimap }) => minimap.isShown,
    run: ({ minimap }) => minimap.toggle(),
  },
  {
    name: 'toggle-snap', label: t('Snap to the grid, or not'), short: t('Snap to the grid'), group: 'View', menus: { view: 30 },
    isChecked: ({ options }) => options.snaps,
    run: ({ options }) => options.toggle('snaps'),
  },
  {
    name: 'toggle-wheel', label: t('Zoom or move by the wheel'), short: t('Wheel zooms'), group: 'View', menus: { view: 31 },
    isChecked: ({ options }) => options.wheelZooms,
    run: ({ options }) => options.toggle('wheelZooms'),
  },
];

/**
 * Return the action that shows and hides *name*.
 * @param {keyof Layers} name
 * @param {string} label
 * @param {string} short
 * @returns {Action}
 */
function layer(name, label, short) {
  return {
    name: `toggle-${name}`, label, short, group: 'View',
    isChecked: ({ view }) => view.layers[name],
    run: ({ view }) => view.setLayers({ [name]: !view.layers[name] }),
  };
}

/**
 * @param {Editor['viewport']} viewport
 * @param {import('../../util/geometry.js').Box | null} box
 * @param {number} largest
 */
function fit(viewport, box, largest) {
  if (box) viewport.fit(inflate(box, FIT_ROOM), largest);
}
