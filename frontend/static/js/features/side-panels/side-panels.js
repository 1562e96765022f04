/** The side panels: tabs, folding and resizing; on a narrow screen they are sheets over the canvas. */

import { byId } from '../../kit/dom.js';
import { connectResizer } from '../../kit/resizer.js';
import { connectTabs } from '../../kit/tabs.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} SidePanels
 * @property {(field?: string) => void} showProperties Brings the focus to the properties of what is selected, to one *field* if it is named.
 * @property {() => void} showProblems
 * @property {() => void} showOutline Brings the focus to the outline.
 * @property {() => void} showPalette Brings the focus to the palette.
 * @property {(panel: 'palette' | 'properties') => void} open Shows a panel, and leaves the focus where it is.
 * @property {() => void} close Closes what lies over the canvas on a narrow screen.
 */

const FOLD_KEY = 'labmapper-palette-folded';

/**
 * Let the side panels be chosen, folded and sized, and return how they are shown.
 * @param {Editor} editor
 * @returns {SidePanels}
 */
export function connectSidePanels(editor) {
  const { storage } = editor;
  const sheets = connectSheets();
  const right = connectTabs(tabListOf('tab-inspector'), (id) => id === 'tab-problems' && editor.problems.appear());
  const left = connectTabs(tabListOf('tab-add'), (id) => id === 'tab-outline' && void editor.outline.show());
  connectFold(byId('fold'), storage);
  connectResizer(byId('resize-right'), { property: '--right', axis: 'x', min: 260, max: 560, initial: 320, storage });
  const show = (/** @type {(id: string) => void} */ choose, /** @type {string} */ tab, /** @type {'left' | 'right'} */ side) => {
    choose(tab);
    sheets.open(side);
  };
  return {
    showProperties: (field) => {
      show(right, 'tab-inspector', 'right');
      editor.inspector.focus(field);
    },
    showProblems: () => show(right, 'tab-problems', 'right'),
    showOutline: () => {
      show(left, 'tab-outline', 'left');
      editor.outline.focus();
    },
    showPalette: () => {
      show(left, 'tab-add', 'left');
      /** @type {HTMLElement | null} */ (byId('palette').querySelector('[role="button"]'))?.focus();
    },
    open: (panel) => (panel === 'palette' ? show(left, 'tab-add', 'left') : sheets.open('right')),
    close: sheets.close,
  };
}

/** @param {string} tabId */
function tabListOf(tabId) {
  return /** @type {HTMLElement} */ (byId(tabId).parentElement);
}

/**
 * Let the buttons with `data-sheet` open and close the side panels on narrow screens.
 * @returns {{ open: (side: 'left' | 'right') => void, close: () => void }}
 */
function connectSheets() {
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
  for (const closer of document.querySelectorAll('[data-close-sheet]')) {
    closer.addEventListener('click', () => {
      set(null);
      byId('canvas').focus({ preventScroll: true });
    });
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
function connectFold(button, storage) {
  const fold = (/** @type {boolean} */ isFolded) => {
    document.body.classList.toggle('is-left-folded', isFolded);
    button.setAttribute('aria-expanded', String(!isFolded));
    button.setAttribute('aria-label', isFolded ? t('Unfold the palette') : t('Fold the palette'));
    button.title = isFolded ? t('Unfold the palette') : t('Fold the palette');
  };
  button.addEventListener('click', () => {
    const isFolded = !document.body.classList.contains('is-left-folded');
    fold(isFolded);
    storage.setItem(FOLD_KEY, String(isFolded));
  });
  fold(storage.getItem(FOLD_KEY) === 'true');
}
