/** The small map in the corner of the canvas. What paints it comes when somebody first wants to see it. */

import { byId, element } from '../../kit/dom.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../view/viewport.js').Viewport} Viewport */

const KEY = 'labmapper-map';

/**
 * Make room for the map in the corner of the canvas, and return a switch for it.
 * @param {{ desk: Desk, viewport: Viewport, lazy: import('../../kit/lazy-load.js').LazyLoad }} parts
 */
export function connectMinimap({ desk, viewport, lazy }) {
  const shown = element('canvas', { class: 'minimap', 'aria-hidden': 'true', hidden: true });
  byId('main').append(shown);
  /** @type {import('./minimap-painter.js').Minimap | undefined} */
  let map;
  let isWanted = desk.storage.getItem(KEY) === 'true';
  new MutationObserver(() => map?.repaint()).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const show = lazy(() => import('./minimap-painter.js'), ({ Minimap }) => {
    map ??= new Minimap({ canvas: shown, model: desk.model, stack: desk.stack, viewport });
    shown.hidden = !isWanted;
    map.repaint();
  });
  const toggle = () => {
    isWanted = shown.hidden !== false;
    desk.storage.setItem(KEY, String(isWanted));
    void show();
  };
  if (isWanted) void show();
  return { get isShown() { return !shown.hidden; }, toggle };
}
