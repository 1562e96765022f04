/** Modal dialogs. They close by Escape, by a click on the backdrop and by their buttons. */

import { button, element } from '../dom.js';
import { t } from '../../util/text.js';

let serial = 0;

/**
 * Show a dialog and return it.
 * @param {object} options
 * @param {string} options.title
 * @param {(Node | string)[]} options.content
 * @param {{ label: string, run: () => void, isPrimary?: boolean }[]} [options.actions]
 * @param {string} [options.closeLabel]
 * @param {string} [options.classes]
 * @returns {HTMLDialogElement}
 */
export function showDialog({ title, content, actions = [], closeLabel = t('Close'), classes = '' }) {
  serial += 1;
  const heading = element('h2', { id: `dialog-${serial}` }, title);
  const dialog = element('dialog', { class: `dialog ${classes}`.trim(), 'aria-labelledby': heading.id });
  const buttons = actions.map(({ label, run, isPrimary }) => button({
    label,
    classes: isPrimary ? 'button-primary' : '',
    onClick: () => {
      dialog.close();
      run();
    },
  }));
  dialog.append(element('div', { class: 'dialog-box' },
    element('header', { class: 'dialog-head' }, heading,
      button({ icon: 'close', title: t('Close'), classes: 'button-quiet', onClick: () => dialog.close() })),
    element('div', { class: 'dialog-body', tabindex: 0 }, ...content),
    element('footer', { class: 'dialog-foot' }, button({ label: closeLabel, onClick: () => dialog.close() }), ...buttons)));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  // Where the body has nothing to use, or not yet, the button that closes: a ring around the whole body would say nothing.
  const first = dialog.querySelector('.dialog-body :is(input, select, textarea, button):not(:disabled)') ?? dialog.querySelector('.dialog-head button');
  /** @type {HTMLElement} */ (first).focus();
  return dialog;
}
