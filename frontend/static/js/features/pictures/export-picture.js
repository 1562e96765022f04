/** Pictures of the drawing, to download. */

import { fileNameOf, giveFile, giveText } from '../../server/download.js';
import { askForPicture } from './picture-dialog.js';
import { paintPicture, renderSvg } from '../../view/picture.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/notices.js').Notices} Notices */
/** @typedef {import('./picture-dialog.js').PictureChoice} PictureChoice */
/** @typedef {import('../../wiring/canvas.js').Canvas} Canvas */

/**
 * Ask for a picture and download it.
 * @param {{ desk: Desk, canvas: Canvas, notices: Notices }} parts
 */
export function exportPicture({ desk, canvas, notices }) {
  askForPicture({
    hasSelection: [...desk.selection.ids].some((id) => desk.model.placed(id)),
    theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
    onChoose: (choice) => {
      const isMade = give(desk, canvas, choice);
      if (!isMade) notices.show('picture', { kind: 'warning', text: 'There is nothing to show on a picture yet.', seconds: 6 });
    },
  });
}

/**
 * @param {Desk} desk
 * @param {Canvas} canvas
 * @param {PictureChoice} choice
 * @returns {boolean} Whether there was something to show.
 */
function give({ model, selection }, { view }, { format, isSelection, theme, scale }) {
  const picture = view.picture({ theme, ...(isSelection && { ids: selection.ids }) });
  const name = fileNameOf(model.title, format);
  if (format === 'svg') {
    const text = renderSvg(picture);
    if (text) giveText(text, name, 'image/svg+xml');
    return text !== null;
  }
  const painted = paintPicture(picture, scale, () => document.createElement('canvas'));
  painted?.toBlob((blob) => blob && giveBlob(blob, name));
  return painted !== null;
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function giveBlob(blob, name) {
  const url = URL.createObjectURL(blob);
  giveFile(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
