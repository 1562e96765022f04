/** Goes from the editor to the page with slips and lists for a class, once the diagram is saved. */

import { ApiError } from '../../server/transport.js';
import { pageOf } from '../../server/addresses.js';
import { tellFailure } from './exports.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * Save the diagram, and go to the page with what a class is handed.
 * @param {Editor} editor
 */
export async function handOut(editor) {
  const { autosave, urls } = editor;
  try {
    await autosave.flush();
    if (autosave.id === null) throw new ApiError(t('There is nobody to hand anything out to yet: add people and devices.'));
    location.assign(`${pageOf(urls, autosave.id)}/hand-out`);
  } catch (error) {
    tellFailure(editor, /** @type {Error} */ (error));
  }
}
