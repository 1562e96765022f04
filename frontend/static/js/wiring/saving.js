/** Saving by itself: when it happens, what the top bar says about it, and what one can do when it fails. */

import { replaceDiagram } from '../model/commands/settings.js';
import { showSaving } from '../panels/top-bar.js';

/** @typedef {import('../io/api.js').Api} Api */
/** @typedef {import('../io/autosave.js').Autosave} Autosave */
/** @typedef {import('../io/api.js').SavedDiagram} SavedDiagram */
/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../panels/notices.js').Notices} Notices */

const SUBJECT = 'saving';

/**
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Autosave} autosave
 * @property {Desk} desk
 * @property {Notices} notices
 * @property {HTMLElement} shown Where the state is shown.
 * @property {(id: string) => string} pageOf Returns the address of the diagram with an id.
 */

/**
 * Save after every change, and keep address, top bar and notices true.
 * @param {Parts} parts
 */
export function connectSaving(parts) {
  const { autosave, desk, pageOf, shown } = parts;
  desk.stack.addEventListener('changed', () => autosave.touch());
  autosave.addEventListener('created', () => history.replaceState(null, '', pageOf(/** @type {string} */ (autosave.id))));
  autosave.addEventListener('state', () => {
    showSaving(shown, autosave);
    tell(parts);
  });
  showSaving(shown, autosave);
  const saveNow = () => void (autosave.isBehind && autosave.state !== 'conflict' && autosave.flush().catch(() => {}));
  window.addEventListener('online', saveNow);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return;
    autosave.keepDraft();
    saveNow();
  });
  window.addEventListener('pagehide', () => autosave.keepDraft());
  window.addEventListener('beforeunload', (event) => {
    autosave.keepDraft();
    if (!autosave.isSafe) event.preventDefault();
  });
}

/** @param {Parts} parts */
function tell(parts) {
  const { autosave, notices } = parts;
  if (autosave.state === 'conflict') notices.show(SUBJECT, conflict(parts));
  else if (autosave.state === 'refused') notices.show(SUBJECT, refusal(parts));
  else if (autosave.state === 'saved') notices.hide(SUBJECT);
}

/**
 * @param {Parts} parts
 * @returns {import('../panels/notices.js').Notice}
 */
function conflict(parts) {
  return {
    kind: 'warning',
    isFixed: true,
    text: 'This diagram was changed elsewhere, in another tab or on another computer. Yours is kept in this browser until you decide.',
    actions: [
      { label: 'Save mine as a copy', isPrimary: true, run: () => void attempt(parts, () => parts.autosave.saveAsCopy()) },
      { label: 'Save mine over it', run: () => void attempt(parts, () => saveOver(parts)) },
      { label: 'Take the other one', run: () => void attempt(parts, () => takeTheirs(parts)) },
    ],
  };
}

/**
 * @param {Parts} parts
 * @returns {import('../panels/notices.js').Notice}
 */
function refusal(parts) {
  const { error } = parts.autosave;
  const isGone = error?.status === 404;
  const text = isGone ? 'This diagram is no longer on the server, or belongs to somebody else.' : error?.message;
  const copy = { label: 'Save as a new diagram', isPrimary: true, run: () => void attempt(parts, () => parts.autosave.saveAsCopy()) };
  const reload = { label: 'Reload the page', run: () => location.reload() };
  return { kind: 'error', text: `${text} Your drawing is kept in this browser.`, actions: isGone ? [copy] : [reload] };
}

/**
 * Do what was chosen; where it fails, the state of saving says so.
 * @param {Parts} parts
 * @param {() => Promise<void>} act
 */
async function attempt({ notices, autosave }, act) {
  try {
    await act();
  } catch (error) {
    if (autosave.state === 'offline') notices.show(SUBJECT, { kind: 'warning', text: /** @type {Error} */ (error).message });
  }
}

/** @param {Parts} parts */
async function saveOver({ api, autosave }) {
  const theirs = await api.loadDiagram(/** @type {string} */ (autosave.id));
  await autosave.overwrite(theirs.revision);
}

/**
 * Put the server's version on the screen, as a step that can be undone.
 * @param {Parts} parts
 */
async function takeTheirs({ api, autosave, desk }) {
  const theirs = await api.loadDiagram(/** @type {string} */ (autosave.id));
  if (!theirs.diagram) return;
  desk.stack.execute(replaceDiagram(desk.model, theirs.diagram, 'Take the version from elsewhere'));
  autosave.adopt(theirs.revision);
}
