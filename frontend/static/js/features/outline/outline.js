/** The outline comes when somebody first looks at it. */

import { byId } from '../../kit/dom.js';

/** @typedef {ReturnType<typeof connectOutline>} OutlinePanel */

/**
 * Return what can be asked of the outline, whether it is there or not.
 * @param {object} parts
 * @param {import('../../gestures/desk.js').Desk} parts.desk
 * @param {import('../../kit/lazy-load.js').LazyLoad} parts.lazy
 * @param {() => void} parts.onEdit Takes one to the properties of what is selected.
 * @param {(zone: string | null) => void} parts.onAdd Lets one add something, into a zone if one is named.
 */
export function connectOutline({ desk, lazy, onEdit, onAdd }) {
  /** @type {import('./outline-tree.js').Outline | undefined} */
  let outline;
  /** @type {ReadonlyMap<string, 'error' | 'warning'>} */
  let marks = new Map();
  const panel = byId('outline');
  const show = lazy(() => import('./outline-tree.js'), ({ Outline }) => {
    outline ??= new Outline(panel, desk, { onEdit, onAdd });
    outline.appear();
    outline.mark(marks);
    if (document.activeElement === panel) outline.focus();
  });
  return {
    show,
    focus: () => {
      // At once, so that keys pressed before the outline is there do nothing to the drawing.
      panel.focus();
      void show();
    },
    mark: (/** @type {ReadonlyMap<string, 'error' | 'warning'>} */ found) => {
      marks = found;
      outline?.mark(found);
    },
  };
}
