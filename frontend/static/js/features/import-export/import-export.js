/**
 * Import and export: the file picker, files dropped on the page, and what downloads files. Transfers are loaded when first
 * used.
 */

import { fileNameOf, giveBlob } from '../../kit/download.js';
import { byId } from '../../kit/dom.js';
import { arePictures } from '../../kit/picture-files.js';
import { isPicture } from '../../model/items.js';
import { shownTitle } from '../../model/shown-title.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** The format of the diagram itself. */
const DIAGRAM = 'diagram';

/**
 * @typedef {object} ImportExport
 * @property {(format?: string) => void} chooseFile Asks for a file to open, of any format that is read, or of one.
 * @property {(...files: File[]) => Promise<void>} open Opens a file as a new diagram, by its content, with what lies beside it.
 * @property {() => Promise<void>} update Updates the drawing from a newer file of its lab.
 * @property {() => Promise<void>} download Downloads the mapping.
 * @property {(format: string) => Promise<void>} exportFile Downloads the diagram in a format.
 * @property {() => Promise<void>} handOut Saves, and opens the page with what a class is handed.
 * @property {() => void} exportDiagram Downloads the diagram itself.
 */

/**
 * Take files that are chosen or dropped, and return what can be done with files.
 * @param {Editor} editor
 * @returns {ImportExport}
 */
export function connectImportExport(editor) {
  const { lazy } = editor;
  const load = () => import('./transfers.js');
  const open = lazy(load, ({ openFiles }, /** @type {File[]} */ files, /** @type {string} */ format = '') => openFiles(editor, files, format));
  acceptDrops(editor, (files, at) => void (arePictures(files) ? editor.placedPictures.take(files, at) : open(files)));
  const exportFile = lazy(() => import('./exports.js'), ({ askAndExport }, /** @type {string} */ format) => askAndExport(editor, format));
  return {
    open: (...files) => open(files),
    chooseFile: connectPicker(editor, (files, format) => void open(files, format)),
    update: lazy(() => import('./update-file.js'), ({ updateFromFile }) => updateFromFile(editor)),
    download: lazy(load, ({ downloadFile }) => downloadFile(editor)),
    exportFile: (format) => (format === DIAGRAM ? exportDiagram(editor) : exportFile(format)),
    handOut: lazy(() => import('./hand-out.js'), ({ handOut }) => handOut(editor)),
    exportDiagram: () => void exportDiagram(editor),
  };
}

/**
 * Download the diagram itself, with the pictures that lie on it. The server could write it as any other format, but this rescues what can neither be saved
 * nor kept: nothing may have to be loaded or asked for it.
 * @param {Editor} editor
 */
async function exportDiagram({ model, placedPictures, view }) {
  await placedPictures.ready();
  const named = [...model.nodes.values()].flatMap((node) => (isPicture(node) && node.picture ? [node.picture] : []));
  const loaded = named.flatMap((id) => [[id, view.pictures.get(id)?.src]]).filter(([, src]) => src);
  const document = { ...model.toJSON(), ...(loaded.length > 0 && { pictures: Object.fromEntries(loaded) }) };
  giveBlob(new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' }), fileNameOf(shownTitle(model), 'json'));
}

/**
 * Give files that are chosen to *open*, with the format that was asked for, and return what asks for one.
 * @param {Editor} editor
 * @param {(files: File[], format: string) => void} open
 * @returns {(format?: string) => void}
 */
function connectPicker({ formats }, open) {
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  const everything = input.accept;
  let asked = '';
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length) open(files, asked);
  });
  return (format = '') => {
    asked = format;
    input.accept = formats.find(({ name }) => name === format)?.suffixes?.join() ?? everything;
    input.click();
  };
}

/**
 * A file that is dropped anywhere is taken here; the browser itself would leave the page for it. While it is carried over
 * the page, the canvas shows what becomes of it.
 * @param {Editor} editor
 * @param {(files: File[], at: Point | undefined) => void} take Gets the point of the drawing where they were dropped.
 */
function acceptDrops({ host, lazy, viewport }, take) {
  const stage = /** @type {HTMLElement} */ (host.parentElement);
  const show = lazy(() => import('./drop-target.js'), ({ showDropTarget }, /** @type {boolean} */ hasPictures) => showDropTarget(stage, hasPictures));
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void show(arePictures([...event.dataTransfer.items]));
  });
  document.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    const { left, top } = host.getBoundingClientRect();
    const isOnCanvas = stage.contains(/** @type {Node} */ (event.target));
    take(files, isOnCanvas ? viewport.toWorld({ x: event.clientX - left, y: event.clientY - top }) : undefined);
  });
}
