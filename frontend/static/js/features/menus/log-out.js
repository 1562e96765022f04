/** Logs out. */

import { element } from '../../kit/dom.js';

/**
 * Log out by a form with a token, as every write. What is not saved is saved before: a draft that stays behind on a
 * shared computer is out of sight, but it stays.
 * @param {import('../../context.js').Editor} editor
 */
export async function logOut({ autosave, urls }) {
  if (autosave.isBehind) await autosave.flush().catch(() => autosave.keepDraft());
  const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="csrf-token"]'))?.content;
  const form = element('form', { method: 'post', action: urls.logout, hidden: true },
    element('input', { type: 'hidden', name: 'csrf_token', value: token }));
  document.body.append(form);
  form.submit();
}
