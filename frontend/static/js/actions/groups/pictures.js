/** Actions about pictures that lie on the drawing, such as a floor plan. */

import { isPicture } from '../../model/items.js';
import { wordsOfKind } from '../../model/kinds.js';
import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const PICTURES = [
  {
    name: 'add-picture', label: t('Add a picture …'), icon: 'picture-add', words: wordsOfKind('picture'), menus: { main: 33, 'empty-canvas': 13 },
    run: ({ placedPictures }) => placedPictures.choose(),
  },
  {
    name: 'replace-picture', label: t('Replace the picture …'), icon: 'picture-add', words: 'other file image', menus: { selection: 27, outline: 27 },
    isOffered: ({ model, selection }) => isPicture(model.item(selection.only ?? '')),
    run: ({ placedPictures }) => placedPictures.replace(),
  },
];
