/** Tidies up: requests an arrangement from the server and applies it as one command. */

import { applyArrangement } from '../../model/commands/tidy.js';

const SUBJECT = 'tidying';

/**
 * Arrange what is selected, or everything where it is less than two; where that moved everything, show everything.
 * @param {import('../../context.js').Editor} editor
 * @param {string} style
 */
export async function tidyUp({ actions, api, model, notices, selection, stack }, style) {
  const isAll = selection.size === 0;
  const placed = model.placedAmong(selection.ids);
  try {
    const arrangement = await api.arrange({ diagram: model.toJSON(), style, items: placed.length > 1 ? placed : null });
    stack.execute(applyArrangement(model, arrangement));
    if (isAll) actions.run('fit-all');
  } catch (error) {
    notices.showError(SUBJECT, /** @type {Error} */ (error));
  }
}
