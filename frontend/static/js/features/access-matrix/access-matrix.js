/** The Access tab of the drawer. Its table is loaded when it is first shown. */

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
