/** The bends of a cable in the inspector, where one adds, moves and removes them by keyboard. */

import { button, element } from '../../kit/dom.js';
import { numberField } from '../../kit/forms/fields.js';
import { fixed, shaped } from '../../kit/forms/form.js';
import { addBend, bendCable } from '../../model/commands/cable-style.js';
import { MOST_BENDS } from '../../model/geometry/bends.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/commands/positions/geometry.js').Axis} Axis */

/** As far as a drawing reaches. */
const FARTHEST = 1_000_000;
/** How many steps an arrow key goes with Shift. */
const LARGE_STEP = 5;
/** @type {ReadonlyMap<string, import('../../util/geometry.js').Point>} */
const ARROWS = new Map([['ArrowLeft', { x: -1, y: 0 }], ['ArrowRight', { x: 1, y: 0 }], ['ArrowUp', { x: 0, y: -1 }], ['ArrowDown', { x: 0, y: 1 }]]);

/**
 * Return the fields for the bends of the cable *id*, from its source on, and the button that adds one.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function bendFields(editor, id) {
  const count = () => bendsOf(editor, id).length;
  return shaped(() => String(count()), () => [
    ...Array.from({ length: count() }, (_, place) => bendField(editor, id, place)),
    ...(count() < MOST_BENDS ? [fixed(addButton(editor, id))] : []),
  ]);
}

/**
 * Return what moves the bend at *place* by arrow keys, the fields for where it is, and what removes it.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @returns {Field}
 */
function bendField(editor, id, place) {
  const name = t('Bend {number}', { number: place + 1 });
  const [across, down] = [axisField(editor, { id, place, axis: 'x', label: t('X') }), axisField(editor, { id, place, axis: 'y', label: t('Y') })];
  const remove = button({
    icon: 'close', title: t('Remove bend {number}', { number: place + 1 }), classes: 'button-quiet',
    onClick: () => {
      const form = remove.closest('section');
      change(editor, id, (bends) => bends.toSpliced(place, 1));
      // The button has gone with its bend.
      /** @type {HTMLElement | null | undefined} */ (form?.querySelector('[name="add-bend"]'))?.focus();
    },
  });
  const group = element('div', { class: 'row row-bend', role: 'group', 'aria-label': name }, gripButton(editor, id, place), across.element, down.element, remove);
  return {
    element: group,
    update: () => {
      across.update();
      down.update();
    },
  };
}

/**
 * Return the button on which arrow keys move the bend at *place*, as they move a device on the canvas.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 */
function gripButton(editor, id, place) {
  const grip = button({ label: String(place + 1), title: t('Bend {number}: move it with the arrow keys', { number: place + 1 }), classes: 'button-quiet', onClick: () => grip.focus() });
  grip.setAttribute('aria-label', grip.title);
  grip.name = `bend-${place}`;
  grip.addEventListener('keydown', (event) => {
    const by = ARROWS.get(event.key);
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const step = editor.options.step * (event.shiftKey ? LARGE_STEP : 1);
    change(editor, id, (bends) => bends.map(({ x, y }, each) => (each === place ? { x: x + step * by.x, y: y + step * by.y } : { x, y })), `${id} bend ${place}`);
  });
  return grip;
}

/**
 * @param {Editor} editor
 * @param {{ id: string, place: number, axis: Axis, label: string }} which
 */
function axisField(editor, { id, place, axis, label }) {
  return numberField({
    label,
    name: `bend-${place}-${axis}`,
    min: -FARTHEST,
    max: FARTHEST,
    step: editor.options.step,
    isLate: true,
    read: () => Math.round(bendsOf(editor, id)[place]?.[axis] ?? 0),
    write: (value) => change(editor, id, (bends) => bends.map((bend, each) => (each === place ? { ...bend, [axis]: value } : bend)), `${id} bend ${place}`),
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function addButton({ model, stack }, id) {
  const made = button({ label: t('Add a bend'), classes: 'button-small', onClick: () => stack.execute(addBend(model, id)) });
  made.name = 'add-bend';
  return made;
}

/**
 * Lead the cable *id* through what *next* makes of its bends.
 * @param {Editor} editor
 * @param {string} id
 * @param {(bends: readonly import('../../util/geometry.js').Point[]) => import('../../util/geometry.js').Point[]} next
 * @param {string} [mergeKey]
 */
function change(editor, id, next, mergeKey) {
  editor.stack.execute(bendCable(editor.model, id, next(bendsOf(editor, id)), mergeKey));
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function bendsOf({ model }, id) {
  return model.links.get(id)?.bends ?? [];
}
