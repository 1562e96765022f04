/** Adds nodes and zones: in the first free spot of the visible area, at a drop, or at a point after asking for the kind. */

import { placeOrInsert } from '../../gestures/inserting.js';
import { placeAt } from '../../gestures/placing.js';
import { choose } from '../../kit/dialogs/chooser.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { DRAGGED_KIND } from '../../kit/drag-out.js';
import { PLACED_KINDS, titleOfKind, wordsOfKind } from '../../model/kinds.js';
import { findFreePlace } from '../../model/placement/auto-place.js';
import { revealItem } from '../../view/reveal-item.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/kinds.js').PlacedKind} PlacedKind */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** What is not placed at once: it asks for a file first. */
const PICTURE = /** @type {const} */ ('picture');

/**
 * @typedef {object} Adding
 * @property {(kind: PlacedKind, zoneId?: string | null) => string} add Places a *kind* in the first free spot, in a zone
 *   if one is named, brings it into view and returns its id.
 * @property {(kind: PlacedKind, point: Point) => void} drop Places a *kind* at a point of the window, if that is on the canvas; on a cable
 *   it is put into that.
 * @property {(zoneId: string | null) => Promise<void>} askWhatToAdd Asks for a kind and adds it.
 * @property {(point: Point) => Promise<void>} askWhatToAddAt Asks for a kind and places it at a point of the window.
 * @property {(at: Point) => Promise<void>} askWhatToPlaceAt Asks for a kind and places it at a point of the drawing.
 */

/**
 * Let things be dropped on the canvas of *editor*, and return how else they are added.
 * @param {Editor} editor
 * @returns {Adding}
 */
export function connectAdding(editor) {
  const { host } = editor;
  const stage = /** @type {HTMLElement} */ (host.parentElement);
  /** @type {Adding['add']} */
  const add = (kind, zoneId = null) => {
    const id = placeAt(editor, kind, findFreePlace(editor, kind, zoneId));
    revealItem(editor, id);
    return id;
  };
  /** @type {Adding['drop']} */
  const drop = (kind, { x, y }) => {
    // Also on what lies over the canvas.
    if (!stage.contains(document.elementFromPoint(x, y))) return;
    placeOrInsert(editor, kind, toDrawing(editor, { x, y }));
    host.focus({ preventScroll: true });
  };
  const askWhatToPlaceAt = async (/** @type {Point} */ at) => {
    const kind = await askForKind(t('Add something here'));
    if (kind === PICTURE) editor.placedPictures.choose(at);
    else if (kind) placeOrInsert(editor, kind, at);
  };
  const askWhatToAdd = async (/** @type {string | null} */ zoneId) => {
    const kind = await askForKind(t('Add something'));
    if (kind === PICTURE) editor.placedPictures.choose();
    else if (kind) add(kind, zoneId);
  };
  acceptDrops(stage, drop);
  return { add, drop, askWhatToAdd, askWhatToPlaceAt, askWhatToAddAt: (point) => askWhatToPlaceAt(toDrawing(editor, point)) };
}

/**
 * Return the point of the drawing under a point of the window.
 * @param {Editor} editor
 * @param {Point} point
 */
function toDrawing({ host, viewport }, { x, y }) {
  const { left, top } = host.getBoundingClientRect();
  return viewport.toWorld({ x: x - left, y: y - top });
}

/**
 * @param {string} title
 * @returns {Promise<PlacedKind | typeof PICTURE | null>}
 */
async function askForKind(title) {
  const choices = [...PLACED_KINDS, PICTURE].map((kind) => ({ value: kind, label: titleOfKind(kind), words: wordsOfKind(kind), picture: pictureOf(kind) }));
  return /** @type {PlacedKind | typeof PICTURE | null} */ (await choose({ title, placeholder: t('What shall be here?'), choices }));
}

/**
 * Let things that a mouse drags out of the palette be dropped on *stage*.
 * @param {HTMLElement} stage
 * @param {Adding['drop']} drop
 */
function acceptDrops(stage, drop) {
  stage.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes(DRAGGED_KIND)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  stage.addEventListener('drop', (event) => {
    const kind = event.dataTransfer?.getData(DRAGGED_KIND);
    if (!kind) return;
    event.preventDefault();
    drop(/** @type {PlacedKind} */ (kind), { x: event.clientX, y: event.clientY });
  });
}
