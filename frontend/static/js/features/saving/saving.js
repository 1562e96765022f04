/** Saving by itself: when it happens, what the top bar says about it, and what one can do when it fails. */

import { showSaving } from './saved-state.js';

/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('./autosave.js').Autosave} Autosave */
/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/notices.js').Notice} Notice */
/** @typedef {import('../../kit/notices.js').Notices} Notices */

/**
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Autosave} autosave
 * @property {Desk} desk
 * @property {Notices} notices
 * @property {import('../../kit/lazy-load.js').LazyLoad} lazy
 * @property {HTMLElement} shown Where the state is shown.
 * @property {(id: string) => string} pageOf Returns the address of the diagram with an id.
 * @property {() => string} draftAddress Returns the address at which this page finds its draft again.
 * @property {string} loginUrl
 * @property {() => void} exportDiagram
 */

const SUBJECT = 'saving';
const TOO_LARGE = 413;
const GONE = 404;

/** @typedef {Parts & { decide: () => Promise<void>, saveAsNew: () => Promise<void> }} Teller The parts, and ways out of a conflict. */

/**
 * Save after every change, and keep address, top bar and notices true.
 * @param {Parts} parts
 */
export function connectSaving(parts) {
  const { autosave, desk, draftAddress, pageOf, shown } = parts;
  const load = () => import('./conflicts.js');
  const tell = createTeller({
    ...parts,
    decide: parts.lazy(load, ({ decide }) => decide(parts)),
    saveAsNew: parts.lazy(load, ({ attempt, keepBoth }) => attempt(keepBoth(parts))),
  });
  desk.stack.addEventListener('changed', () => {
    autosave.touch();
    // A drawing without an id has an address too, so that a reload finds it and 'New diagram' does not.
    if (autosave.id === null) history.replaceState(null, '', draftAddress());
  });
  autosave.addEventListener('created', () => history.replaceState(null, '', pageOf(/** @type {string} */ (autosave.id))));
  autosave.addEventListener('state', () => {
    showSaving(shown, autosave, Date.now());
    tell();
  });
  showSaving(shown, autosave, Date.now());
  connectPage(autosave);
}

/**
 * Keep and save when the page goes out of sight or away; try again when somebody or the network comes back.
 * @param {Autosave} autosave
 */
function connectPage(autosave) {
  window.addEventListener('online', () => autosave.saveNow());
  document.addEventListener('visibilitychange', () => {
    void autosave.keepDraft();
    autosave.saveNow();
  });
  window.addEventListener('pagehide', () => void autosave.keepDraft());
  window.addEventListener('beforeunload', (event) => {
    void autosave.keepDraft();
    if (autosave.isAtRisk) event.preventDefault();
  });
}

/**
 * Return what shows the notice that the state of saving needs; one that was closed stays away until the state changes.
 * @param {Teller} parts
 */
function createTeller(parts) {
  const { autosave, notices } = parts;
  let told = '';
  return () => {
    const { state, error, isAtRisk } = autosave;
    if (state === 'waiting' || state === 'saving') return;
    const now = state === 'saved' ? '' : `${state} ${isAtRisk} ${error?.message}`;
    if (now === told) return;
    told = now;
    if (state === 'saved') notices.hide(SUBJECT);
    else notices.show(SUBJECT, noticeOf(parts));
  };
}

/**
 * @param {Teller} parts
 * @returns {Notice}
 */
function noticeOf(parts) {
  const { autosave, exportDiagram } = parts;
  const { state, isAtRisk } = autosave;
  const notice = { offline, expired, conflict, refused }[/** @type {'offline'} */ (state)](parts);
  if (!isAtRisk) return { ...notice, text: `${notice.text} Your drawing is kept in this browser.` };
  const rescue = { label: 'Export the diagram', run: exportDiagram };
  return {
    ...notice,
    kind: 'error',
    text: `${notice.text} This browser keeps nothing: your drawing is on this screen only. Leave the tab open, or export the diagram.`,
    actions: [...(notice.actions ?? []), rescue],
  };
}

/**
 * @param {Teller} parts
 * @returns {Notice}
 */
function offline({ autosave }) {
  return {
    kind: 'warning',
    text: `${autosave.error?.message} Labmapper tries again by itself.`,
    actions: [{ label: 'Try now', run: () => autosave.saveNow() }],
  };
}

/**
 * @param {Teller} parts
 * @returns {Notice}
 */
function expired({ autosave, draftAddress, loginUrl }) {
  const logIn = async () => {
    await autosave.keepDraft();
    location.assign(`${loginUrl}?next=${encodeURIComponent(draftAddress())}`);
  };
  return {
    kind: 'warning',
    text: `${autosave.error?.message} Log in again, and your drawing is saved.`,
    actions: [{ label: 'Log in', isPrimary: true, run: () => void logIn() }],
  };
}

/**
 * @param {Teller} parts
 * @returns {Notice}
 */
function conflict(parts) {
  return {
    kind: 'warning',
    isFixed: true,
    text: 'This diagram was changed elsewhere, in another tab or on another computer.',
    actions: [{ label: 'Compare and decide', isPrimary: true, run: () => void parts.decide() }],
  };
}

/**
 * @param {Teller} parts
 * @returns {Notice}
 */
function refused(parts) {
  const { autosave: { error }, exportDiagram } = parts;
  const copy = { label: 'Save as a new diagram', isPrimary: true, run: () => void parts.saveAsNew() };
  const rescue = { label: 'Export the diagram', run: exportDiagram };
  const reload = { label: 'Reload the page', run: () => location.reload() };
  if (error?.status === GONE) return { kind: 'error', text: 'This diagram is no longer on the server: it was deleted.', actions: [copy] };
  if (error?.status === TOO_LARGE) {
    const text = 'This drawing is larger than the server takes. Shorten rosters or notes, or make two diagrams of it.';
    return { kind: 'error', text, actions: [rescue] };
  }
  return { kind: 'error', text: `${error?.message}`, actions: error?.code === 'csrf' ? [reload] : [rescue] };
}
