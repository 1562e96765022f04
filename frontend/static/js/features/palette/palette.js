/** What can be placed: a click puts it beside what was placed last, a drag where it is dropped. */

import { carryByFinger } from '../../kit/finger-drag.js';
import { element } from '../../kit/dom.js';
import { DEVICE_KINDS, KINDS, OTHER_KINDS } from '../../model/kinds.js';

/** @typedef {import('../../model/kinds.js').DeviceKind} DeviceKind */
/** @typedef {DeviceKind | keyof typeof OTHER_KINDS} PaletteKind */

/** How data of ours is marked while it is dragged; its value is the kind. */
export const DRAG_TYPE = 'application/x-labmapper-kind';

/** @type {readonly { title: string, kinds: readonly PaletteKind[] }[]} */
const GROUPS = [
  { title: 'People', kinds: ['users'] },
  { title: 'Devices', kinds: DEVICE_KINDS },
  { title: 'Around them', kinds: ['network', 'zone', 'gateway', 'note'] },
];

/** @type {Readonly<Record<string, string>>} */
const HINTS = {
  users: 'A group of people, such as students',
  network: 'A segment or cloud that devices plug into',
  zone: 'A box around devices; can exist once per student',
  gateway: 'Where Guacamole stands',
  note: 'Free text on the drawing',
};

/**
 * Fill *root* with the palette.
 * @param {HTMLElement} root
 * @param {object} options
 * @param {(kind: string) => Element} options.pictureOf
 * @param {readonly PaletteKind[]} options.withKeys What the keys from 1 on take in hand, on the canvas.
 * @param {(kind: PaletteKind, isByPointer: boolean) => void} options.onChoose
 * @param {(kind: PaletteKind, point: import('../../util/geometry.js').Point) => void} options.onDrop Called where a finger
 *   has carried a kind to a point of the window; a mouse drags data of DRAG_TYPE.
 */
export function fillPalette(root, { pictureOf, withKeys, onChoose, onDrop }) {
  root.append(...GROUPS.map(({ title, kinds }) => element('div', { class: 'palette-group', role: 'group', 'aria-label': title },
    element('h2', { class: 'palette-title' }, title),
    ...kinds.map((kind) => entryOf(kind, withKeys.indexOf(kind) + 1, pictureOf(kind), {
      onClick: (event) => onChoose(kind, event.detail > 0),
      onDrop: (point) => onDrop(kind, point),
    })))));
}

/**
 * Return what else one may type to find *kind*.
 * @param {PaletteKind} kind
 */
export function wordsOfKind(kind) {
  return { ...KINDS, ...OTHER_KINDS }[kind].words;
}

/**
 * Return what the palette calls *kind*.
 * @param {PaletteKind} kind
 * @returns {string}
 */
export function titleOfKind(kind) {
  return kind in KINDS ? KINDS[/** @type {DeviceKind} */ (kind)].title : OTHER_KINDS[/** @type {keyof typeof OTHER_KINDS} */ (kind)].title;
}

/**
 * Return all kinds in the order of the palette.
 * @returns {PaletteKind[]}
 */
export function paletteKinds() {
  return GROUPS.flatMap((group) => [...group.kinds]);
}

/**
 * Return an entry that works as a button. It is none, because Firefox does not let buttons be dragged.
 * @param {PaletteKind} kind
 * @param {number} key The digit that takes it in hand, 0 where there is none.
 * @param {Element} picture
 * @param {object} options
 * @param {(event: MouseEvent) => void} options.onClick
 * @param {(point: import('../../util/geometry.js').Point) => void} options.onDrop
 */
function entryOf(kind, key, picture, { onClick, onDrop }) {
  const title = titleOfKind(kind);
  const entry = element('div', {
    role: 'button',
    tabindex: 0,
    class: 'palette-entry',
    draggable: 'true',
    title: HINTS[kind] ?? `Add a ${title.toLowerCase()}`,
    'aria-label': `Add ${title}`,
    click: onClick,
    dragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData(DRAG_TYPE, kind),
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      entry.click();
    },
  }, picture, element('span', { class: 'palette-label' }, title), key ? element('kbd', { class: 'palette-key', 'aria-hidden': 'true' }, String(key)) : null);
  carryByFinger(entry, picture, onDrop);
  return entry;
}
