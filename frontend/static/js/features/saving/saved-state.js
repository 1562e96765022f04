/** Shows the state of saving in the top bar. */

import { element } from '../../kit/dom.js';
import { clockTime, exactTime } from '../../util/times.js';

/**
 * @typedef {object} Saving
 * @property {string} state
 * @property {number | null} savedAt
 * @property {boolean} isAtRisk
 * @property {{ status: number, message: string } | null} error
 */

/** @typedef {readonly [words: string, rest: string, more: string]} Telling What fits anywhere, what follows where there is room, and what is said on hover. */

const TOO_LARGE = 413;
const KEPT = ', kept in this browser';

/** @type {Readonly<Record<string, Telling>>} */
const STATES = {
  waiting: ['Saving', '', 'Your last changes are on their way to the server.'],
  saving: ['Saving', '', 'Your last changes are on their way to the server.'],
  offline: ['Offline', KEPT, 'Go on drawing: Labmapper saves by itself as soon as the server can be reached.'],
  expired: ['Logged out', KEPT, 'Log in again, and it is saved.'],
  conflict: ['Changed', ' elsewhere', 'Yours is kept in this browser. Compare both and decide.'],
  refused: ['Not saved', KEPT, 'The server does not take this drawing. The message above the drawing says why.'],
};
/** The server was reached, and could not. @type {Telling} */
const UNABLE = ['Not saved', KEPT, 'Go on drawing: Labmapper tries again by itself. The message above the drawing says why.'];
/** @type {Telling} */
const LARGE = ['Too large', ` to save${KEPT}`, STATES.refused[2]];
/** @type {Telling} */
const AT_RISK = ['Not kept', ' in this browser', 'What the server does not have is on this screen only. Do not close this tab before it is saved, or export the diagram.'];

/**
 * Let *shown* say what became of the last change.
 * @param {HTMLElement} shown
 * @param {Saving} saving
 * @param {number} now
 */
export function showSaving(shown, saving, now) {
  const [words, rest, more] = describeSaving(saving, now);
  shown.dataset.state = isAtRisk(saving) ? 'risk' : saving.state;
  if (shown.textContent !== words + rest) shown.replaceChildren(...tell(words, rest));
  shown.title = more;
}

/**
 * @param {string} words
 * @param {string} rest
 */
function tell(words, rest) {
  if (words === '') return [];
  return [element('span', { class: 'saved-words' }, words, rest && element('span', { class: 'saved-rest' }, rest))];
}

/**
 * Return what is told of *saving*.
 * @param {Saving} saving
 * @param {number} now
 * @returns {Telling}
 */
export function describeSaving(saving, now) {
  const { state, savedAt, error } = saving;
  if (isAtRisk(saving)) return AT_RISK;
  if (state === 'refused' && error?.status === TOO_LARGE) return LARGE;
  if (state === 'offline' && error?.status) return UNABLE;
  if (state !== 'saved') return STATES[state];
  return savedAt === null ? ['', '', ''] : [`Saved ${clockTime(savedAt, now)}`, '', exactTime(savedAt)];
}

/** @param {Saving} saving */
function isAtRisk({ state, isAtRisk: isRisky }) {
  return isRisky && !['saved', 'waiting', 'saving'].includes(state);
}
