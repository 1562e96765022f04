/** The palette of things to place: a click puts one in the first free spot, a drag where it is dropped. */

import { element } from '../../kit/dom.js';
import { dragByTouch, DRAGGED_KIND } from '../../kit/drag-out.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { connectRoving } from '../../kit/roving.js';
import { isShapeKind, KIND_GROUPS, KINDS_WITH_KEYS, nounOfKind, titleOfKind } from '../../model/kinds.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/kinds.js').PlacedKind} PlacedKind */

/** @type {Readonly<Record<string, string>>} */
const HINTS = {
  users: t('A group of people, such as students'),
  network: t('A segment or cloud that devices plug into'),
  zone: t('A box around devices; can exist once per student'),
  gateway: t('Where Guacamole stands'),
  note: t('Free text on a paper'),
  text: t('Free text on the drawing, such as its title'),
};

/**
 * Fill *root* with the palette.
 * @param {HTMLElement} root
 * @param {Editor} editor
 */
export function connectPalette(root, editor) {
  const groups = KIND_GROUPS.map(({ title, kinds }) => ({ title, entries: /** @type {HTMLElement[]} */ (kinds.map((kind) => entryOf(editor, kind))) }));
  groups[groups.length - 1].entries.push(pictureEntry(editor));
  root.append(element('div', { role: 'toolbar', 'aria-orientation': 'vertical', 'aria-label': t('Things to add') },
    ...groups.map(({ title, entries }) => element('div', { class: 'palette-group', role: 'group', 'aria-label': title },
      element('h2', { class: 'palette-title' }, title), ...entries))));
  connectRoving(groups.flatMap(({ entries }) => entries));
}

/**
 * Put what was chosen in the first free spot; a zone or shape is drawn, where there is a pointer to draw it.
 * @param {Editor} editor
 * @param {PlacedKind} kind
 * @param {boolean} isByPointer
 */
function place({ canvas, host, sidePanels }, kind, isByPointer) {
  sidePanels.close();
  if ((kind === 'zone' || isShapeKind(kind)) && isByPointer) canvas.toolbox.arm(kind);
  else canvas.add(kind);
  // Who clicks goes on with the mouse and the keys of the canvas; who pressed Enter stays in the palette.
  if (isByPointer) host.focus({ preventScroll: true });
}

/**
 * Return the entry that asks for a picture: there is nothing to drag before it is chosen.
 * @param {Editor} editor
 */
function pictureEntry(editor) {
  const open = () => {
    editor.sidePanels.close();
    editor.placedPictures.choose();
  };
  return element('button', { type: 'button', class: 'palette-entry', title: t('A floor plan or photo, behind the drawing'), 'aria-label': t('Add a picture …'), click: open },
    pictureOf('picture'), element('span', { class: 'palette-label' }, titleOfKind('picture')));
}

/**
 * Return an entry that works as a button. It is none, because Firefox does not let buttons be dragged.
 * @param {Editor} editor
 * @param {PlacedKind} kind
 */
function entryOf(editor, kind) {
  const title = titleOfKind(kind);
  const picture = pictureOf(kind);
  // The digit that takes it in hand, 0 where there is none.
  const key = KINDS_WITH_KEYS.findIndex((each) => each === kind) + 1;
  const entry = element('div', {
    role: 'button',
    class: 'palette-entry',
    draggable: 'true',
    title: HINTS[kind] ?? t('Add a {kind}', { kind: nounOfKind(kind) }),
    'aria-label': t('Add {name}', { name: title }),
    click: (/** @type {MouseEvent} */ event) => place(editor, kind, event.detail > 0),
    dragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData(DRAGGED_KIND, kind),
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      entry.click();
    },
  }, picture, element('span', { class: 'palette-label' }, title), key ? element('kbd', { class: 'palette-key', 'aria-hidden': 'true' }, String(key)) : null);
  dragByTouch(entry, picture, (point) => editor.canvas.drop(kind, point));
  return entry;
}
