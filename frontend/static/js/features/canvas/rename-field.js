/** Edits the label of a node or zone in place, in a field over the canvas. */

import { element } from '../../kit/dom.js';
import { whenTyped } from '../../kit/forms/in-place.js';
import { isAnnotation, isZone } from '../../model/items.js';
import { renameItem } from '../../model/commands/update.js';
import { TILE } from '../../model/diagram.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

const WIDTH = 160;

/**
 * Show a field over the label of the item *id*, or over the text of a note or shape. Enter or leaving it keeps what was typed, Escape does not.
 * @param {Editor} editor
 * @param {string} id
 */
export function renameInPlace({ host, model, stack, viewport }, id) {
  const item = model.placed(id);
  if (!item) return;
  const isText = !isZone(item) && isAnnotation(item);
  const input = element(isText ? 'textarea' : 'input', { class: 'input rename', 'aria-label': t('Name'), spellcheck: 'false', rows: isText ? 4 : null });
  const listening = new AbortController();
  const move = () => {
    const anchor = isZone(item) ? { x: item.x, y: item.y } : { x: item.x, y: item.y + (isText ? -TILE / 2 : TILE / 2) };
    const { x, y } = viewport.toScreen(anchor);
    input.style.left = `${isZone(item) ? x : x - WIDTH / 2}px`;
    input.style.top = `${y}px`;
  };
  input.value = item.label;
  whenTyped(input, (isKept, isLeft) => {
    listening.abort();
    if (isKept && model.placed(id) && input.value !== item.label) stack.execute(renameItem(model, id, input.value));
    input.remove();
    if (!isLeft) host.focus({ preventScroll: true });
  }, { hasLines: isText });
  for (const type of ['pointerdown', 'pointerup', 'pointermove', 'wheel']) input.addEventListener(type, (event) => event.stopPropagation());
  viewport.addEventListener('changed', move, { signal: listening.signal });
  host.append(input);
  move();
  input.focus({ preventScroll: true });
  input.select();
}
