/** The outline comes when somebody first looks at it. */

import { byId } from '../panels/dom.js';

/** @typedef {ReturnType<typeof connectOutline>} LateOutline */

/**
 * Return what can be asked of the outline, whether it is there or not.
 * @param {object} parts
 * @param {import('../panels/desk.js').Desk} parts.desk
 * @param {import('./late.js').Late} parts.late
 * @param {() => void} parts.onEdit Takes one to the properties of what is selected.
 * @param {(zone: string | null) => void} parts.onAdd Lets one add something, into a zone if one is named.
 */
export function connectOutline({ desk, late, onEdit, onAdd }) {
  /** @type {import('../panels/outline.js').Outline | undefined} */
  let outline;
  /** @type {ReadonlyMap<string, 'error' | 'warning'>} */
  let marks = new Map();
  const panel = byId('outline');
  const show = late(() => import('../panels/outline.js'), ({ Outline }) => {
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
