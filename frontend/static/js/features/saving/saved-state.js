/** Shows the state of saving in the top bar. */

import { element } from '../../kit/dom.js';
import { clockTime, exactTime } from '../../util/times.js';
import { t } from '../../util/text.js';

/**
 * @typedef {object} Saving
 * @property {string} state
 * @property {number | null} savedAt
 * @property {boolean} isAtRisk
 * @property {{ status: number, message: string } | null} error
 */

/** @typedef {readonly [words: string, rest: string, more: string]} Telling What fits anywhere, what follows where there is room, and what is said on hover. */

const TOO_LARGE = 413;

// What stands behind the line fits only where there is room.
const NOT_SAVED = t('Not saved|, kept in this browser');

/** @type {Readonly<Record<string, Telling>>} */
const STATES = {
  waiting: telling(t('Saving'), t('Your last changes are on their way to the server.')),
  saving: telling(t('Saving'), t('Your last changes are on their way to the server.')),
  offline: telling(t('Offline|, kept in this browser'), t('Go on drawing: Labmapper saves by itself as soon as the server can be reached.')),
  expired: telling(t('Logged out|, kept in this browser'), t('Log in again, and it is saved.')),
  conflict: telling(t('Changed| elsewhere'), t('Yours is kept in this browser. Compare both and decide.')),
  refused: telling(NOT_SAVED, t('The server does not take this drawing. The message above the drawing says why.')),
};
/** The server was reached, and could not. @type {Telling} */
const UNABLE = telling(NOT_SAVED, t('Go on drawing: Labmapper tries again by itself. The message above the drawing says why.'));
/** @type {Telling} */
const LARGE = telling(t('Too large| to save, kept in this browser'), STATES.refused[2]);
/** @type {Telling} */
const AT_RISK = telling(t('Not kept| in this browser'), t('What the server does not have is on this screen only. Do not close this tab before it is saved, or export the diagram.'));

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
  return savedAt === null ? ['', '', ''] : telling(t('Saved {time}', { time: clockTime(savedAt, now) }), exactTime(savedAt));
}

/**
 * @param {string} sentence
 * @param {string} more
 * @returns {Telling}
 */
function telling(sentence, more) {
  const [words, rest = ''] = sentence.split('|');
  return [words, rest, more];
}

/** @param {Saving} saving */
function isAtRisk({ state, isAtRisk: isRisky }) {
  return isRisky && !['saved', 'waiting', 'saving'].includes(state);
}
