/** Actions on the layers of the drawing. */

import { putOnLayer } from '../../model/commands/layers.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const LAYERS = [
  {
    name: 'layers', label: t('Layers …'), icon: 'layers', words: 'hide show lock', menus: { view: 40 },
    run: ({ layers }) => void layers.show(),
  },
  {
    name: 'put-on-layer', label: t('Put on a layer …'), icon: 'layers', menus: { selection: 36, outline: 36 },
    isEnabled: (editor) => placed(editor).length > 0,
    run: ({ layers }) => void layers.put(),
  },
  {
    name: 'take-off-layer', label: t('Take off its layer'), menus: { selection: 37, outline: 37 },
    isEnabled: (editor) => placed(editor).some((id) => editor.model.placed(id)?.layer),
    run: (editor) => editor.stack.execute(putOnLayer(editor.model, placed(editor), '')),
  },
];

/** @param {Editor} editor */
function placed({ model, selection }) {
  return model.placedAmong(selection.ids);
}
