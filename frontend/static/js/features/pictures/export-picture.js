/** Exports a picture: asks for format, part and look, renders it, and downloads, copies or prints it. */

import { fileNameOf, giveBlob } from '../../kit/download.js';
import { copyPng, copySvg } from './copy-picture.js';
import { askForPicture } from './picture-dialog.js';
import { printPicture } from './print-picture.js';
import { nameOf } from '../../model/names.js';
import { shownTitle } from '../../model/shown-title.js';
import { paintPicture, renderSvg } from '../../view/export/picture.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./picture-dialog.js').PictureChoice} PictureChoice */

/**
 * Ask for a picture and download, copy or print it.
 * @param {Editor} editor
 * @param {PictureChoice['format']} [format] Which is chosen at first.
 */
export function exportPicture(editor, format = 'svg') {
  const { model, selection } = editor;
  askForPicture({
    format,
    hasSelection: model.placedAmong(selection.ids).length > 0,
    zones: [...model.zones.keys()].map((id) => ({ id, name: nameOf(model, id) })),
    theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
    onChoose: (choice) => tellIfNothing(editor, give(editor, choice)),
    onCopy: (choice) => void copyPicture(editor, choice),
  });
}

/**
 * Copy a picture of what is selected, or of everything, as it looks on the canvas.
 * @param {Editor} editor
 * @param {'svg' | 'png'} format
 */
export function copyQuickly(editor, format) {
  const hasSelection = editor.model.placedAmong(editor.selection.ids).length > 0;
  return copyPicture(editor, { format, what: hasSelection ? 'selection' : 'all', scale: 2 });
}

/**
 * @param {Editor} editor
 * @param {Pick<PictureChoice, 'format' | 'what' | 'scale'> & Partial<PictureChoice>} choice
 */
async function copyPicture(editor, choice) {
  const picture = pictureOf(editor, choice);
  try {
    const svg = choice.format === 'png' ? null : renderSvg(picture);
    const canvas = choice.format === 'png' ? paintPicture(picture, choice.scale, createCanvas) : null;
    if (svg) await copySvg(svg);
    else if (canvas) await copyPng(canvas);
    else return tellIfNothing(editor, false);
    editor.notices.show('picture', { text: t('The picture is copied.'), seconds: 4 });
  } catch {
    editor.notices.show('picture', { kind: 'warning', text: t('This browser does not let pages copy pictures here. Export it as a file.'), seconds: 8 });
  }
}

/**
 * @param {Editor} editor
 * @param {boolean} isMade
 */
function tellIfNothing({ notices }, isMade) {
  if (!isMade) notices.show('picture', { kind: 'warning', text: t('There is nothing to show on a picture yet.'), seconds: 6 });
}

/**
 * @param {Editor} editor
 * @param {PictureChoice} choice
 * @returns {boolean} Whether there was something to show.
 */
function give(editor, choice) {
  const { format, scale } = choice;
  const title = shownTitle(editor.model);
  const picture = pictureOf(editor, choice);
  if (format === 'png') {
    const painted = paintPicture(picture, scale, createCanvas);
    painted?.toBlob((blob) => blob && giveBlob(blob, fileNameOf(title, format)));
    return painted !== null;
  }
  const text = renderSvg(picture);
  if (text && format === 'svg') giveBlob(new Blob([text], { type: 'image/svg+xml' }), fileNameOf(title, format));
  else if (text) printPicture(text, { paper: choice.paper, isTiled: choice.isTiled, foot: footOf(title, choice) });
  return text !== null;
}

/**
 * @param {Editor} editor
 * @param {Pick<PictureChoice, 'what' | 'format'> & Partial<PictureChoice>} choice
 */
function pictureOf({ selection, view }, { what, format, theme, ground }) {
  const ids = what === 'all' ? undefined : what === 'selection' ? selection.ids : [what.slice('zone:'.length)];
  if (format === 'paper') return view.picture({ theme: 'light', ground: 'paper', ids });
  return view.picture({ theme: ground === 'paper' ? 'light' : theme, ground, ids });
}

/**
 * @param {string} title
 * @param {PictureChoice} choice
 */
function footOf(title, { hasTitle, hasDate }) {
  const date = new Date().toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'long' });
  return [...(hasTitle ? [title] : []), ...(hasDate ? [date] : [])];
}

function createCanvas() {
  return document.createElement('canvas');
}
