/** The outline panel. Its tree is loaded when it is first shown. */

import { byId } from '../../kit/dom.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {ReadonlyMap<string, 'error' | 'warning'>} Marks The worst that is wrong with each item. */

/**
 * @typedef {object} OutlinePanel
 * @property {import('./outline-tree.js').OutlineTree | undefined} tree The tree, once it is loaded.
 * @property {() => Promise<void>} show
 * @property {() => void} focus Puts the focus into the tree, once it is loaded.
 * @property {(marks: Marks) => void} mark Marks the rows of items that have problems.
 */

/**
 * Return what can be asked of the outline, whether it is loaded or not.
 * @param {Editor} editor
 * @returns {OutlinePanel}
 */
export function connectOutline(editor) {
  /** @type {import('./outline-tree.js').OutlineTree | undefined} */
  let tree;
  /** @type {Marks} */
  let marks = new Map();
  const panel = byId('outline');
  const show = editor.lazy(() => import('./outline-tree.js'), ({ OutlineTree }) => {
    tree ??= new OutlineTree(panel, editor);
    tree.appear();
    tree.mark(marks);
    if (document.activeElement === panel) tree.focus();
  });
  return {
    get tree() { return tree; },
    show,
    focus: () => {
      // At once, so that keys pressed before the outline is there do nothing to the drawing.
      panel.focus();
      void show();
    },
    mark: (found) => {
      marks = found;
      tree?.mark(found);
    },
  };
}
