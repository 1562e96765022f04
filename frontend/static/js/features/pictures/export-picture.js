/** Exports a picture: asks for format, part and size, renders it and downloads it. */

import { fileNameOf, giveBlob } from '../../kit/download.js';
import { askForPicture } from './picture-dialog.js';
import { shownTitle } from '../../model/shown-title.js';
import { paintPicture, renderSvg } from '../../view/picture.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./picture-dialog.js').PictureChoice} PictureChoice */

/**
 * Ask for a picture and download it.
 * @param {Editor} editor
 */
export function exportPicture(editor) {
  const { model, notices, selection } = editor;
  askForPicture({
    hasSelection: model.placedAmong(selection.ids).length > 0,
    theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
    onChoose: (choice) => {
      const isMade = give(editor, choice);
      if (!isMade) notices.show('picture', { kind: 'warning', text: t('There is nothing to show on a picture yet.'), seconds: 6 });
    },
  });
}

/**
 * @param {Editor} editor
 * @param {PictureChoice} choice
 * @returns {boolean} Whether there was something to show.
 */
function give({ model, selection, view }, { format, isSelection, theme, scale }) {
  const picture = view.picture({ theme, ...(isSelection && { ids: selection.ids }) });
  const name = fileNameOf(shownTitle(model), format);
  if (format === 'svg') {
    const text = renderSvg(picture);
    if (text) giveBlob(new Blob([text], { type: 'image/svg+xml' }), name);
    return text !== null;
  }
  const painted = paintPicture(picture, scale, () => document.createElement('canvas'));
  painted?.toBlob((blob) => blob && giveBlob(blob, name));
  return painted !== null;
}
