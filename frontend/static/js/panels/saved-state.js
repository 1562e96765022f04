/** What the top bar says about saving, in a few words; more on hover. */

import { clockTime, exactTime } from '../util/times.js';

/**
 * @typedef {object} Saving
 * @property {string} state
 * @property {number | null} savedAt
 * @property {boolean} isAtRisk
 * @property {{ status: number, message: string } | null} error
 */

const TOO_LARGE = 413;

/** What is shown in each state, and what is said on hover. @type {Readonly<Record<string, [string, string]>>} */
const STATES = {
  waiting: ['Saving', 'Your last changes are on their way to the server.'],
  saving: ['Saving', 'Your last changes are on their way to the server.'],
  offline: ['Offline, kept in this browser', 'Go on drawing: Labmapper saves by itself as soon as the server can be reached.'],
  expired: ['Logged out, kept in this browser', 'Log in again, and it is saved.'],
  conflict: ['Changed elsewhere', 'Yours is kept in this browser. Compare both and decide.'],
  refused: ['Not saved, kept in this browser', 'The server does not take this drawing. The message above the drawing says why.'],
};
const LARGE = ['Too large to save, kept in this browser', STATES.refused[1]];
const AT_RISK = ['Not kept in this browser', 'What the server does not have is on this screen only. Do not close this tab before it is saved, or export the diagram.'];

/**
 * Let *shown* say what became of the last change.
 * @param {HTMLElement} shown
 * @param {Saving} saving
 * @param {number} now
 */
export function showSaving(shown, saving, now) {
  const [words, more] = wordsFor(saving, now);
  shown.dataset.state = isAtRisk(saving) ? 'risk' : saving.state;
  if (shown.textContent !== words) shown.textContent = words;
  shown.title = more;
}

/**
 * @param {Saving} saving
 * @param {number} now
 */
function wordsFor(saving, now) {
  const { state, savedAt, error } = saving;
  if (isAtRisk(saving)) return AT_RISK;
  if (state === 'refused' && error?.status === TOO_LARGE) return LARGE;
  if (state !== 'saved') return STATES[state];
  return savedAt === null ? ['', ''] : [`Saved ${clockTime(savedAt, now)}`, exactTime(savedAt)];
}

/** @param {Saving} saving */
function isAtRisk({ state, isAtRisk: isRisky }) {
  return isRisky && !['saved', 'waiting', 'saving'].includes(state);
}
