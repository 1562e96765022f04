/** Pictures of the drawing: to download, and the small map in the corner. */

import { fileNameOf, giveFile, giveText } from '../io/download.js';
import { byId, element } from '../panels/dom.js';
import { Minimap } from '../view/minimap.js';

/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../panels/notices.js').Notices} Notices */
/** @typedef {import('../panels/picture-dialog.js').PictureChoice} PictureChoice */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */
/** @typedef {import('./canvas.js').Canvas} Canvas */

const MAP_KEY = 'labmapper-map';

/**
 * Ask for a picture and download it. What makes pictures is loaded when somebody wants one.
 * @param {{ desk: Desk, canvas: Canvas, notices: Notices }} parts
 */
export async function exportPicture({ desk, canvas, notices }) {
  const [{ askForPicture }, painters] = await Promise.all([import('../panels/picture-dialog.js'), import('../view/picture.js')]);
  askForPicture({
    hasSelection: [...desk.selection.ids].some((id) => desk.model.placed(id)),
    theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
    onChoose: (choice) => {
      const isMade = give(painters, desk, canvas, choice);
      if (!isMade) notices.show('picture', { kind: 'warning', text: 'There is nothing to show on a picture yet.', seconds: 6 });
    },
  });
}

/**
 * @param {typeof import('../view/picture.js')} painters
 * @param {Desk} desk
 * @param {Canvas} canvas
 * @param {PictureChoice} choice
 * @returns {boolean} Whether there was something to show.
 */
function give({ renderSvg, paintPicture }, { model, selection }, { view }, { format, isSelection, theme, scale }) {
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

/**
 * Put the map into the corner of the canvas, and return a switch for it.
 * @param {{ desk: Desk, viewport: Viewport }} parts
 */
export function connectMap({ desk, viewport }) {
  const shown = element('canvas', { class: 'minimap', 'aria-hidden': 'true', hidden: true });
  byId('main').append(shown);
  const map = new Minimap({ canvas: shown, model: desk.model, stack: desk.stack, viewport });
  new MutationObserver(() => map.repaint()).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const show = (/** @type {boolean} */ isShown) => {
    shown.hidden = !isShown;
    map.repaint();
    try {
      desk.storage.setItem(MAP_KEY, String(isShown));
    } catch {
      // It then lasts as long as the page.
    }
  };
  try {
    show(desk.storage.getItem(MAP_KEY) === 'true');
  } catch {
    show(false);
  }
  return { get isShown() { return !shown.hidden; }, toggle: () => show(shown.hidden !== false) };
}
