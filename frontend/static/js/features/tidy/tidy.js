/** Tidying up: the server finds the places, one command puts everything there. */

import { applyArrangement } from '../../model/commands/tidy.js';

/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/notices.js').Notices} Notices */

const SUBJECT = 'tidying';

/**
 * Arrange what is selected, or everything where it is less than two; where that moved everything, show everything.
 * @param {{ api: Api, desk: Desk, canvas: import('../../wiring/canvas.js').Canvas, notices: Notices }} parts
 * @param {string} style
 */
export async function tidyUp({ api, desk, canvas, notices }, style) {
  const { model, selection, stack } = desk;
  const isAll = selection.size === 0;
  const placed = [...selection.ids].filter((id) => model.placed(id));
  try {
    const arrangement = await api.arrange({ diagram: model.toJSON(), style, items: placed.length > 1 ? placed : null });
    stack.execute(applyArrangement(model, arrangement));
    if (isAll) canvas.actions.get('fit-all')?.run();
  } catch (error) {
    notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
  }
}
