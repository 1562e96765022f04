/** Shows that a file is being read, where that takes more than a moment, with a way to stop it. */

import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { t } from '../../util/text.js';

/** After how many milliseconds one is told. */
const PATIENCE = 600;

/**
 * Return what *read* gives for *file*, undefined where somebody has stopped it.
 * @template T
 * @param {File} file
 * @param {(signal: AbortSignal) => Promise<T>} read
 * @returns {Promise<T | undefined>}
 */
export async function showProgress(file, read) {
  const stop = new AbortController();
  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  const waiting = setTimeout(() => {
    dialog = showDialog({
      title: t('Reading {file}', { file: file.name }),
      content: [element('progress', { class: 'import-progress', 'aria-label': t('Reading {file}', { file: file.name }) })],
      closeLabel: t('Stop'),
    });
    dialog.addEventListener('close', () => stop.abort(), { once: true });
  }, PATIENCE);
  try {
    return await read(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(waiting);
    dialog?.close();
  }
}
