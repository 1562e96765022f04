/** The personal library of templates: keeps what is selected, puts templates on the drawing, and travels as a file. */

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} LibraryFeature
 * @property {() => Promise<void>} keep Asks for a name, and keeps what is selected.
 * @property {() => Promise<void>} insert Asks for a template, and puts it on the drawing.
 * @property {() => Promise<void>} show Shows all templates.
 */

/**
 * Return how templates are kept and used; what does it is loaded when it is first needed.
 * @param {Editor} editor
 * @returns {LibraryFeature}
 */
export function connectLibrary(editor) {
  const load = () => import('./templates.js');
  return {
    keep: editor.lazy(load, ({ Templates }) => new Templates(editor).keep(), { isTypedIn: true }),
    insert: editor.lazy(load, ({ Templates }) => new Templates(editor).insert(), { isTypedIn: true }),
    show: editor.lazy(load, ({ Templates }) => new Templates(editor).show()),
  };
}
