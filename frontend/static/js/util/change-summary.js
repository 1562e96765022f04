/** Says in one line what changed. */

import { plural, t } from './text.js';

const MOST = 2;

/**
 * Return the first of *changes*, which are sentences, and how many more there are.
 * @param {readonly string[]} changes
 * @returns {string}
 */
export function summarizeChanges(changes) {
  if (changes.length === 0) return t('Nothing changed.');
  const shown = changes.slice(0, MOST).join(' ');
  const more = changes.length - MOST;
  return more > 0 ? t('{changes} {more}', { changes: shown, more: plural('And {count} more change.', 'And {count} more changes.', more) }) : shown;
}
