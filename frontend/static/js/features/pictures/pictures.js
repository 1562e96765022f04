/** The export of pictures, loaded when it is first used. */

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} Pictures
 * @property {() => Promise<void>} exportPicture Asks for a picture and downloads, copies or prints it.
 * @property {() => Promise<void>} print The same, with paper chosen at first.
 * @property {(format: 'svg' | 'png') => Promise<void>} copy Copies what is selected, or everything.
 */

/**
 * Return what makes pictures. When the browser prints the page itself, the canvas is as it shall be on paper.
 * @param {Editor} editor
 * @returns {Pictures}
 */
export function connectPictures(editor) {
  addEventListener('beforeprint', () => editor.view.turnToPaper(true));
  addEventListener('afterprint', () => editor.view.turnToPaper(false));
  const load = async () => {
    const [part] = await Promise.all([import('./export-picture.js'), editor.placedPictures.ready()]);
    return part;
  };
  return {
    exportPicture: editor.lazy(load, ({ exportPicture }) => exportPicture(editor)),
    print: editor.lazy(load, ({ exportPicture }) => exportPicture(editor, 'paper')),
    copy: editor.lazy(load, ({ copyQuickly }, /** @type {'svg' | 'png'} */ format) => copyQuickly(editor, format)),
  };
}
