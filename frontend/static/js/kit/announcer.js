/** Announces each executed, undone or redone command to screen readers. */

import { t } from '../util/text.js';

/**
 * Let *root*, a live region, say each step that is made, undone or redone.
 * @param {HTMLElement} root
 * @param {import('../model/command-stack.js').CommandStack} stack
 */
export function connectAnnouncer(root, stack) {
  let last = stack.undoLabel;
  stack.addEventListener('changed', () => {
    const isUndone = last !== null && stack.redoLabel === last && stack.undoLabel !== last;
    const sentence = isUndone ? t('Undone: {step}', { step: last ?? '' }) : (stack.undoLabel ?? '');
    if (root.textContent !== sentence) root.textContent = sentence;
    last = stack.undoLabel;
  });
}
