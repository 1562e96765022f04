/** Shows and hides the minimap in the corner of the canvas. What paints it is loaded when it is first shown. */

import { byId, element } from '../../kit/dom.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ readonly isShown: boolean, toggle: () => void }} MinimapSwitch */

const KEY = 'labmapper-map';

/**
 * Make room for the map in the corner of the canvas, and return a switch for it.
 * @param {Editor} editor
 * @returns {MinimapSwitch}
 */
export function connectMinimap({ lazy, model, stack, storage, viewport }) {
  const shown = element('canvas', { class: 'minimap', 'aria-hidden': 'true', hidden: true });
  byId('main').append(shown);
  /** @type {import('./minimap-painter.js').Minimap | undefined} */
  let map;
  let isWanted = storage.getItem(KEY) === 'true';
  new MutationObserver(() => map?.repaint()).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const show = lazy(() => import('./minimap-painter.js'), ({ Minimap }) => {
    map ??= new Minimap({ canvas: shown, model, stack, viewport });
    shown.hidden = !isWanted;
    map.repaint();
  });
  const toggle = () => {
    isWanted = shown.hidden !== false;
    storage.setItem(KEY, String(isWanted));
    void show();
  };
  if (isWanted) void show();
  return { get isShown() { return !shown.hidden; }, toggle };
}
