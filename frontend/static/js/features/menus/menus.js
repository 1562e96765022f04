/** The menus of the top bar and of the canvas, made of the actions that are in them. */

import { byId } from '../../kit/dom.js';
import { attachMenu, openMenuAt } from '../../kit/menu.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * @typedef {object} Menus
 * @property {Point} point The point of the window at which the menu of the canvas was opened last.
 * @property {(point: Point) => void} openContextMenu Opens the menu for what is selected.
 * @property {() => Promise<void>} logOut
 */

/**
 * Let the buttons of the top bar open menus and do actions.
 * @param {Editor} editor
 * @returns {Menus}
 */
export function connectMenus(editor) {
  const { actions, lazy } = editor;
  for (const name of ['import', 'hand-out', 'download']) byId(name).addEventListener('click', () => actions.run(name));
  attachMenu(byId('export'), () => actions.menu('export'));
  attachMenu(byId('menu'), () => actions.menu('main'));
  let at = { x: 0, y: 0 };
  return {
    get point() { return at; },
    openContextMenu: (point) => {
      at = point;
      openMenuAt(point, contextMenu(editor));
    },
    logOut: lazy(() => import('./log-out.js'), ({ logOut }) => logOut(editor)),
  };
}

/** @param {Editor} editor */
function contextMenu({ actions, model, selection }) {
  if (selection.size > 0) return actions.menu('selection', { hidesDisabled: true });
  return actions.menu(model.isEmpty ? 'empty-canvas' : 'canvas');
}
