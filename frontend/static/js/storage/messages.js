/** A message that one page leaves for the next one in the same tab. */

import { openStorage } from './browser-storage.js';

const KEY = 'labmapper-message';
const storage = openStorage(() => window.sessionStorage);

/**
 * Leave *text* for the next page.
 * @param {string} text
 */
export function leaveMessage(text) {
  storage.setItem(KEY, text);
}

/**
 * Return what the page before has left, an empty text where it left nothing. It is told once.
 * @returns {string}
 */
export function takeMessage() {
  const text = storage.getItem(KEY) ?? '';
  if (text !== '') storage.setItem(KEY, '');
  return text;
}
