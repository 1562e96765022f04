/** Puts pictures on the drawing: has the server check and keep them, and lays them in the middle of what is seen. */

import { choose } from '../../kit/dialogs/chooser.js';
import { pictureBlob } from '../../kit/picture-data.js';
import { addNode } from '../../model/commands/add.js';
import { showAnother } from '../../model/commands/pictures.js';
import { createShape } from '../../model/diagram.js';
import { isPicture } from '../../model/items.js';
import { sizeIn } from '../../model/geometry/figures.js';
import { t } from '../../util/text.js';
import { fitPicture } from './fit-picture.js';
import { readImage } from './load-pictures.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {{ id: string, width: number, height: number }} Kept */

const SUBJECT = 'picture-file';
const LONGEST_NAME = 200;
/** How much of what is seen a new picture fills at most. */
const SHARE = 0.8;
/** A drawing of draw.io in a picture, and a graph of Graphviz: these can be opened as labs too. */
const LABS = /mxfile|mxGraphModel|class="graph"/;
const HEAD = 65_536;

/**
 * Lay *files* on the drawing with their middle at *at*, one after the other.
 * @param {Editor} editor
 * @param {readonly File[]} files
 * @param {Point} [at]
 */
export async function takeFiles(editor, files, at) {
  for (const file of files) await takeFile(editor, file, at);
}

/**
 * Lay *file* on the drawing with its middle at *at*; where it may be a lab too, ask which is meant.
 * @param {Editor} editor
 * @param {File} file
 * @param {Point} [at]
 */
async function takeFile(editor, file, at) {
  if (!LABS.test(await file.slice(0, HEAD).text())) return addPicture(editor, file, at);
  const choices = [
    { value: 'picture', label: t('Put it on the drawing as a picture'), words: 'image background' },
    { value: 'lab', label: t('Open the lab in it as a new diagram'), words: 'import' },
  ];
  const meant = await choose({ title: t('What shall become of {file}?', { file: file.name }), placeholder: t('Picture or lab?'), choices });
  if (meant === 'picture') await addPicture(editor, file, at);
  else if (meant === 'lab') await editor.importExport.open(file);
}

/**
 * Lay *file* on the drawing, behind everything else, and select it.
 * @param {Editor} editor
 * @param {File} file
 * @param {Point} [at] Where its middle comes to lie, without it in the middle of what is seen.
 */
export async function addPicture(editor, file, at) {
  const kept = await keep(editor, file);
  if (!kept) return;
  const { host, model, newId, selection, stack, viewport } = editor;
  const { box, middle } = viewport;
  const size = sizeIn(kept, { width: box.width * SHARE, height: box.height * SHARE });
  const label = file.name.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '').slice(0, LONGEST_NAME);
  const { x, y } = at ?? middle;
  const shape = createShape({ id: newId('n'), shape: 'picture', label, picture: kept.id, x: Math.round(x), y: Math.round(y), ...size });
  stack.execute(addNode(model, shape));
  selection.set([shape.id]);
  host.focus({ preventScroll: true });
}

/**
 * Put *file* in the place of the picture that is selected, as wide as that.
 * @param {Editor} editor
 * @param {File} file
 */
export async function replacePicture(editor, file) {
  const { model, selection, stack } = editor;
  const id = selection.only ?? '';
  const kept = await keep(editor, file);
  if (kept && isPicture(model.item(id))) stack.execute(showAnother(model, id, kept));
}

/**
 * Have *pictures* kept that are not with the diagram yet, and return by their ids under which they are then: without those that
 * could not be kept, of which a notice tells.
 * @param {Editor} editor
 * @param {Readonly<Record<string, string>>} pictures As `data:`.
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function bringPictures(editor, pictures) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  /** @type {Error[]} */
  const errors = [];
  for (const [id, data] of Object.entries(pictures)) {
    if (editor.view.pictures.get(id)) continue;
    try {
      ids.set(id, (await send(editor, pictureBlob(data), t('Adding the picture …'))).kept.id);
    } catch (error) {
      errors.push(/** @type {Error} */ (error));
    }
  }
  if (errors.length > 0) editor.notices.showError(SUBJECT, errors[0]);
  return ids;
}

/**
 * Have *file* checked and kept, and return by which id and how large; null where that did not work, of which a notice tells.
 * @param {Editor} editor
 * @param {File} file
 * @returns {Promise<Kept | null>}
 */
async function keep(editor, file) {
  const { notices } = editor;
  try {
    const { kept, isSmaller } = await send(editor, file, t('{file} is put in …', { file: file.name }));
    if (isSmaller) notices.show(SUBJECT, { text: t('{file} was large and is kept smaller.', { file: file.name }), seconds: 6 });
    return kept;
  } catch (error) {
    notices.showError(SUBJECT, /** @type {Error} */ (error));
    return null;
  }
}

/**
 * Have *file* checked, kept and shown; throw where that does not work. A notice says *doing* while it takes long.
 * @param {Editor} editor
 * @param {Blob} file
 * @param {string} doing
 * @returns {Promise<{ kept: Kept, isSmaller: boolean }>}
 */
async function send({ api, autosave, notices, view }, file, doing) {
  const waiting = setTimeout(() => notices.show(SUBJECT, { text: doing }), 400);
  try {
    const { picture, isSmaller } = await fitPicture(file);
    // Pictures are kept with their diagram, which the server must have for that.
    if (autosave.id === null) await autosave.flush();
    const { transport } = api;
    const path = `/diagrams/${autosave.id}/pictures`;
    const kept = await transport.send('POST', path, { raw: picture });
    // What the server made of it is shown, which may lack parts of what was sent.
    const answer = await transport.open(`${transport.base}${path}/${kept.id}`);
    view.pictures.put(kept.id, await readImage(await answer.blob()));
    return { kept, isSmaller };
  } finally {
    clearTimeout(waiting);
    notices.hide(SUBJECT);
  }
}
