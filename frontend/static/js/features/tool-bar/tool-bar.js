/** The tool bar over the canvas: buttons for the tools, and the menu to tidy up. */

import { button, byId, element } from '../../kit/dom.js';
import { attachMenu } from '../../kit/menu.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../actions/actions.js').Action} Action */

/**
 * Fill the tool bar.
 * @param {Editor} editor
 */
export function connectToolBar(editor) {
  const { actions, canvas: { toolbox }, sidePanels } = editor;
  const tools = actions.inMenu('tools').map((action) => ({ tool: action.tool, shown: toolButton(editor, action) }));
  const mark = () => {
    for (const { tool, shown } of tools) shown.setAttribute('aria-pressed', String(tool === toolbox.current.name));
  };
  const tidy = button({ label: t('Tidy up'), icon: 'grid', title: t('Arrange what is selected, or everything'), classes: 'button-quiet button-small', onClick: () => {} });
  tidy.setAttribute('aria-haspopup', 'menu');
  tidy.setAttribute('aria-expanded', 'false');
  attachMenu(tidy, () => actions.menu('tidy', { hidesDisabled: true }));
  // Where the panels are sheets, what opens them is within reach of a thumb.
  const add = button({ label: t('Add'), icon: 'plus', title: t('Choose what to add'), classes: 'button-primary button-small sheet-button', onClick: () => sidePanels.open('palette') });
  const properties = button({ icon: 'sliders', title: t('Properties'), classes: 'button-quiet button-small sheet-button', onClick: () => sidePanels.open('properties') });
  byId('tools').append(add, ...tools.map(({ shown }) => shown), element('div', { class: 'tools-line' }), tidy, properties);
  toolbox.addEventListener('changed', mark);
  mark();
}

/**
 * @param {Editor} editor
 * @param {Action} action
 */
function toolButton({ actions, host, selection }, { name, label, short, icon, hint, tool, isForTouch }) {
  const take = () => {
    // Whoever goes to the tool bar clicks both ends next; what happens to be selected is none of them.
    if (tool === 'connect') selection.clear();
    actions.run(name);
    host.focus({ preventScroll: true });
  };
  const keys = actions.keysOf(name);
  const title = keys ? t('{label} ({keys})', { label: hint ?? label, keys }) : (hint ?? label);
  const classes = isForTouch ? 'button-quiet button-small touch-button' : 'button-quiet button-small';
  return button({ label: String(short), icon: String(icon), title, classes, onClick: take });
}
