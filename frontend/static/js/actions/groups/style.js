/** Actions that copy the style of one thing to others. */

import { giveStyle } from '../../model/commands/style.js';
import { styleOf } from '../../model/style.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */

/** What was copied last, as long as the page lasts. @type {WeakMap<object, import('../../model/style.js').Style>} */
const copied = new WeakMap();

/** @type {readonly Action[]} */
export const STYLE = [
  {
    name: 'copy-style', label: t('Copy the style'), words: 'look color format painter', group: 'Edit', keys: ['Ctrl+Alt+C'], scope: 'canvas',
    menus: { selection: 16, outline: 14 },
    isEnabled: ({ model, selection }) => styleOf(model.item(selection.only ?? '')) !== null,
    run: (editor) => {
      const style = styleOf(editor.model.item(editor.selection.only ?? ''));
      if (style) copied.set(editor.model, style);
      editor.say(t('The style is copied. Select others, and paste it.'));
    },
  },
  {
    name: 'paste-style', label: t('Paste the style'), words: 'look color format painter', group: 'Edit', keys: ['Ctrl+Alt+V'], scope: 'canvas',
    menus: { selection: 17, outline: 15 },
    isEnabled: ({ model, selection }) => copied.has(model) && [...selection.ids].some((id) => styleOf(model.item(id)) !== null),
    run: ({ model, selection, stack }) => stack.execute(giveStyle(model, selection.ids, copied.get(model) ?? {})),
  },
];
