/**
 * Import and export: the file picker, files dropped on the page, and what downloads files. Transfers are loaded when first
 * used.
 */

import { fileNameOf, giveText } from '../../kit/download.js';
import { byId } from '../../kit/dom.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} ImportExport
 * @property {() => void} chooseFile Asks for a file to open.
 * @property {() => Promise<void>} download Downloads the mapping.
 * @property {() => Promise<void>} exportConfig
 * @property {() => Promise<void>} exportCredentials
 * @property {() => void} exportDiagram
 */

/**
 * Take files that are chosen or dropped, and return what can be done with files.
 * @param {Editor} editor
 * @returns {ImportExport}
 */
export function connectImportExport(editor) {
  const { lazy } = editor;
  const load = () => import('./transfers.js');
  const open = lazy(load, ({ openFile }, /** @type {File} */ file) => openFile(editor, file));
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void open(file);
  });
  acceptDrops((file) => void open(file));
  return {
    chooseFile: () => input.click(),
    download: lazy(load, ({ downloadFile }) => downloadFile(editor)),
    exportConfig: lazy(load, ({ exportConfig }) => exportConfig(editor)),
    exportCredentials: lazy(load, ({ exportCredentials }) => exportCredentials(editor)),
    exportDiagram: () => exportDiagram(editor),
  };
}

/**
 * Download the diagram itself. It rescues what can neither be saved nor kept, so nothing may have to be loaded for it.
 * @param {Editor} editor
 */
function exportDiagram({ model }) {
  giveText(`${JSON.stringify(model, null, 2)}\n`, fileNameOf(model.title, 'json'), 'application/json');
}

/**
 * A file that is dropped anywhere is opened here; the browser itself would leave the page for it.
 * @param {(file: File) => void} open
 */
function acceptDrops(open) {
  document.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault());
  document.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    open(file);
  });
}
