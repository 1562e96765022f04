/** Actions on the personal library of templates. */

import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const TEMPLATES = [
  {
    name: 'keep-template', label: t('Keep as a template …'), icon: 'template', words: 'library group reuse', menus: { selection: 35, outline: 35 },
    isEnabled: ({ model, selection }) => model.placedAmong(selection.ids).length > 0,
    run: ({ library }) => void library.keep(),
  },
  {
    name: 'insert-template', label: t('Insert a template …'), icon: 'template', words: 'library reuse', menus: { canvas: 10.5, 'empty-canvas': 10.5 },
    run: ({ library }) => void library.insert(),
  },
  {
    name: 'templates', label: t('Templates'), icon: 'template', words: 'library import export', menus: { main: 32 },
    run: ({ library }) => void library.show(),
  },
];
