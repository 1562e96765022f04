/**
 * Pictures that lie on the drawing, such as a floor plan: chosen in the menu, dropped or pasted. What puts them in, and what
 * loads those that are there, comes late: few drawings have one.
 */

import { element } from '../../kit/dom.js';
import { PICTURE_TYPES } from '../../kit/picture-files.js';
import { isPicture } from '../../model/items.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * @typedef {object} PlacedPictures
 * @property {(at?: Point) => void} choose Asks for a file, and lays the picture on the drawing, with its middle at a point if one is named.
 * @property {() => void} replace Asks for a file, and puts the picture in the place of the one that is selected.
 * @property {(pictures: Readonly<Record<string, string>>) => Promise<ReadonlyMap<string, string>>} bring Keeps pictures, as `data:` by
 *   their ids, with the diagram, and returns by these the ids that they have there: without those that could not be kept. Where what does it cannot be loaded, it waits
 *   until somebody has that tried again.
 * @property {() => Promise<unknown>} ready Waits until what is being loaded is there, but not for long: for what shows them all.
 * @property {(files: readonly File[], at?: Point) => Promise<void>} take Lays pictures with their middle at a point of the drawing, or
 *   asks whether one shall be opened as a lab, where it may be one.
 */

/** How long, in milliseconds, an export waits for pictures that do not come. */
const PATIENCE = 3_000;

/**
 * Load the pictures of the drawing of *editor*, and return how others are put in.
 * @param {Editor} editor
 * @returns {PlacedPictures}
 */
export function connectPlacedPictures(editor) {
  const { autosave, lazy, model, stack, view } = editor;
  const load = () => import('./put-in.js');
  const add = lazy(load, ({ addPicture }, /** @type {File} */ file, /** @type {Point | undefined} */ at) => addPicture(editor, file, at));
  const replace = lazy(load, ({ replacePicture }, /** @type {File} */ file) => replacePicture(editor, file));
  /** @type {Promise<unknown>} */
  let loading = Promise.resolve();
  const lacks = (/** @type {string} */ id) => {
    const item = model.item(id);
    return isPicture(item) && !view.pictures.get(item.picture ?? '');
  };
  const show = (/** @type {Iterable<string>} */ ids) => {
    // What is not saved yet is not with the server either, where it was copied from another diagram.
    if (autosave.state !== 'saved' || ![...ids].some(lacks)) return;
    loading = import('./load-pictures.js').then(({ loadPictures }) => loadPictures(editor)).catch(() => {});
  };
  let last = autosave.state;
  autosave.addEventListener('state', () => {
    if (autosave.state === 'saved' && last !== 'saved') show(model.nodes.keys());
    last = autosave.state;
  });
  stack.addEventListener('changed', (event) => show(/** @type {CustomEvent<Set<string>>} */ (event).detail));
  show(model.nodes.keys());
  return {
    choose: (at) => chooseFile((file) => void add(file, at)),
    replace: () => chooseFile((file) => void replace(file)),
    // Each call is an action of its own, because one action does nothing while it is busy.
    bring: (pictures) => new Promise((resolve) => void lazy(load, async ({ bringPictures }) => resolve(await bringPictures(editor, pictures)))()),
    ready: () => Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]),
    take: lazy(load, ({ takeFiles }, /** @type {readonly File[]} */ files, /** @type {Point | undefined} */ at) => takeFiles(editor, files, at)),
  };
}

/**
 * Ask for a picture and give it to *take*.
 * @param {(file: File) => void} take
 */
function chooseFile(take) {
  const input = element('input', { type: 'file', accept: PICTURE_TYPES.join() });
  input.addEventListener('change', () => input.files?.[0] && take(input.files[0]));
  input.click();
}
