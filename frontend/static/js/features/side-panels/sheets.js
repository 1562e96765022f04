/** The side panels: folded on a wide screen, sheets over the canvas on a narrow one. */

import { byId } from '../../kit/dom.js';

const FOLD_KEY = 'labmapper-palette-folded';

/**
 * Let the buttons with `data-sheet` open and close the side panels on narrow screens.
 * @returns {{ open: (side: 'left' | 'right') => void, close: () => void }}
 */
export function connectSheets() {
  const openers = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-sheet]'))];
  const set = (/** @type {string | null} */ side) => {
    for (const opener of openers) {
      const isOpen = opener.dataset.sheet === side;
      opener.setAttribute('aria-expanded', String(isOpen));
      byId(opener.dataset.sheet ?? '').classList.toggle('is-open', isOpen);
    }
  };
  for (const opener of openers) {
    opener.addEventListener('click', () => set(opener.getAttribute('aria-expanded') === 'true' ? null : (opener.dataset.sheet ?? null)));
  }
  byId('canvas').addEventListener('pointerdown', () => set(null));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && set(null));
  return { open: (side) => set(side), close: () => set(null) };
}

/**
 * Let *button* fold the palette to its icons. What was chosen outlives the page.
 * @param {HTMLElement} button
 * @param {Storage} storage
 */
export function connectFold(button, storage) {
  const fold = (/** @type {boolean} */ isFolded) => {
    document.body.classList.toggle('is-left-folded', isFolded);
    button.setAttribute('aria-expanded', String(!isFolded));
    button.setAttribute('aria-label', isFolded ? 'Unfold the palette' : 'Fold the palette');
    button.title = isFolded ? 'Unfold the palette' : 'Fold the palette';
  };
  button.addEventListener('click', () => {
    const isFolded = !document.body.classList.contains('is-left-folded');
    fold(isFolded);
    storage.setItem(FOLD_KEY, String(isFolded));
  });
  fold(storage.getItem(FOLD_KEY) === 'true');
}
