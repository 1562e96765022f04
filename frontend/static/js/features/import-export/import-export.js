/** Files in and out: what chooses and catches them. What is then done with them comes late, from transfers.js. */

import { fileNameOf, giveText } from '../../server/download.js';
import { byId } from '../../kit/dom.js';

/** @typedef {import('./transfers.js').Parts} Parts */
/** @typedef {ReturnType<typeof connectFiles>} Files */

/**
 * Take files that are chosen or dropped, and return what can be done with files.
 * @param {Parts & { lazy: import('../../kit/lazy-load.js').LazyLoad }} parts
 */
export function connectFiles({ lazy, ...parts }) {
  const load = () => import('./transfers.js');
  const open = lazy(load, ({ openFile }, /** @type {File} */ file) => openFile(parts, file));
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void open(file);
  });
  acceptDrops((file) => void open(file));
  return {
    chooseFile: () => input.click(),
    download: lazy(load, ({ downloadFile }) => downloadFile(parts)),
    exportConfig: lazy(load, ({ exportConfig }) => exportConfig(parts)),
    exportCredentials: lazy(load, ({ exportCredentials }) => exportCredentials(parts)),
    exportDiagram: () => exportDiagram(parts.desk),
  };
}

/**
 * Download the diagram itself. It rescues what can neither be saved nor kept, so nothing may have to be loaded for it.
 * @param {import('../../gestures/desk.js').Desk} desk
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
