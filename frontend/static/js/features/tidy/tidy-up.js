/**
 * Tidies up: requests an arrangement from the server, applies it as one command, and keeps what it moved in sight. Where
 * that is nothing, it says so.
 */

import { boxAround } from '../../model/geometry/boxes.js';
import { applyArrangement } from '../../model/commands/positions/tidy.js';
import { t } from '../../util/text.js';
import { encloses, inflate } from '../../util/geometry.js';
import { FIT_ROOM } from '../../view/viewport.js';

/** @typedef {import('../../context.js').Editor} Editor */

const SUBJECT = 'tidying';

/**
 * Arrange what is selected, what is in the one zone that is, or else everything; then show all that was moved.
 * @param {Editor} editor
 * @param {string} style
 */
export async function tidyUp(editor, style) {
  const { api, model, notices, stack } = editor;
  const items = findChosen(editor);
  try {
    const arrangement = await api.arrange({ diagram: model.toJSON(), style, items });
    const command = applyArrangement(model, arrangement);
    stack.execute(command);
    if (command.changes.length === 0) notices.show(SUBJECT, { text: t('Tidy already: nothing had to be moved.'), seconds: 6 });
    keepInSight(editor, Object.values(arrangement).flatMap((places) => Object.keys(places)), items === null);
  } catch (error) {
    notices.showError(SUBJECT, /** @type {Error} */ (error));
  }
}

/**
 * @param {Editor} editor
 * @returns {string[] | null}
 */
function findChosen({ model, selection }) {
  const placed = model.placedAmong(selection.ids);
  if (placed.length > 1) return placed;
  const content = placed.flatMap((id) => model.allContentOf(id)).map((item) => item.id);
  return content.length > 1 ? content : null;
}

/**
 * Show all of *ids*, smaller if need be; where all was arranged, the whole drawing.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {boolean} isAll
 */
function keepInSight({ actions, model, viewport }, ids, isAll) {
  const box = boxAround(model, ids);
  if (isAll) actions.run('fit-all');
  else if (box && !encloses(viewport.box, inflate(box, FIT_ROOM / 2))) viewport.fit(inflate(box, FIT_ROOM), Math.min(1, viewport.zoom));
}
