/** The tab of the drawer with who reaches what. The table is loaded when somebody first looks at it. */

/**
 * Fill the table of who reaches what when it is first seen, and keep it up to date while it is.
 * @param {import('../../context.js').Editor} editor
 */
export function connectAccessMatrix(editor) {
  const { drawer } = editor.preview;
  /** @type {import('./matrix-table.js').AccessMatrix | undefined} */
  let matrix;
  const show = editor.lazy(() => import('./matrix-table.js'), ({ AccessMatrix }) => {
    matrix ??= new AccessMatrix(drawer.matrix, editor);
    matrix.refresh();
  });
  drawer.addEventListener('toggled', () => {
    if (drawer.isMatrixShown) void show();
  });
}
