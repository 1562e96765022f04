/** Connects autosave: saves after changes and when the page is left, and shows notices when saving fails. */

import { byId } from '../../kit/dom.js';
import { addressOf, pageOf } from '../../server/addresses.js';
import { Autosave } from './autosave.js';
import { showSaving } from './saved-state.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/notices.js').Notice} Notice */

const SUBJECT = 'saving';
const TOO_LARGE = 413;
const GONE = 404;

/** @typedef {{ decide: () => Promise<void>, saveAsNew: () => Promise<void> }} WaysOut Ways out of a conflict. */

/**
 * Save after every change, and keep address, top bar and notices true.
 * @param {Editor} editor
 * @returns {Autosave}
 */
export function connectSaving(editor) {
  const { lazy, stack, urls } = editor;
  const autosave = createAutosave(editor);
  const load = () => import('./conflicts.js');
  const tell = createTeller(editor, autosave, {
    decide: lazy(load, ({ decide }) => decide(editor)),
    saveAsNew: lazy(load, ({ attempt, keepBoth }) => attempt(keepBoth(editor))),
  });
  const show = () => showSaving(byId('saved'), autosave, Date.now());
  stack.addEventListener('changed', () => {
    autosave.touch();
    // A drawing without an id has an address too, so that a reload finds it and 'New diagram' does not.
    if (autosave.id === null) history.replaceState(null, '', draftAddress(editor));
  });
  autosave.addEventListener('created', () => history.replaceState(null, '', pageOf(urls, /** @type {string} */ (autosave.id))));
  autosave.addEventListener('state', () => {
    show();
    tell();
    // What was saved after an outage is also judged again.
    if (autosave.state === 'saved') editor.preview.requests.catchUp();
  });
  show();
  connectPage(autosave);
  return autosave;
}

/**
 * @param {Editor} editor
 * @returns {Autosave}
 */
function createAutosave({ api, drafts, model, start }) {
  return new Autosave({
    api, drafts,
    draftKey: start.draftKey,
    requestKey: start.draft?.requestKey ?? null,
    read: () => model.toJSON(),
    now: Date.now,
    id: start.id,
    revision: start.draft?.revision ?? start.revision,
    savedAt: start.savedAt === null ? null : Date.parse(start.savedAt),
  });
}

/**
 * Return the address at which this page finds its draft again.
 * @param {Editor} editor
 */
function draftAddress({ autosave, start, urls }) {
  return addressOf(urls, { id: autosave.id, key: start.draftKey });
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
 * @param {Editor} editor
 * @param {Autosave} autosave
 * @param {WaysOut} waysOut
 */
function createTeller(editor, autosave, waysOut) {
  const { notices } = editor;
  let told = '';
  return () => {
    const { state, error, isAtRisk } = autosave;
    if (state === 'waiting' || state === 'saving') return;
    const now = state === 'saved' ? '' : `${state} ${isAtRisk} ${error?.message}`;
    if (now === told) return;
    told = now;
    if (state === 'saved') notices.hide(SUBJECT);
    else notices.show(SUBJECT, noticeOf(editor, state, waysOut));
  };
}

/**
 * @param {Editor} editor
 * @param {'offline' | 'expired' | 'conflict' | 'refused'} state
 * @param {WaysOut} waysOut
 * @returns {Notice}
 */
function noticeOf(editor, state, waysOut) {
  const notice = { offline, expired, conflict, refused }[state](editor, waysOut);
  if (!editor.autosave.isAtRisk) return { ...notice, text: t('{what} Your drawing is kept in this browser.', { what: notice.text }) };
  return {
    ...notice,
    kind: 'error',
    text: t('{what} This browser keeps nothing: your drawing is on this screen only. Leave the tab open, or export the diagram.', { what: notice.text }),
    actions: [...(notice.actions ?? []), rescue(editor)],
  };
}

/** @param {Editor} editor */
function rescue({ importExport }) {
  return { label: t('Export the diagram'), run: importExport.exportDiagram };
}

/**
 * @param {Editor} editor
 * @returns {Notice}
 */
function offline({ autosave }) {
  return {
    kind: 'warning',
    text: t('{what} Labmapper tries again by itself.', { what: `${autosave.error?.message}` }),
    actions: [{ label: t('Try now'), run: () => autosave.saveNow() }],
  };
}

/**
 * @param {Editor} editor
 * @returns {Notice}
 */
function expired(editor) {
  const { autosave, urls } = editor;
  const logIn = async () => {
    await autosave.keepDraft();
    location.assign(`${urls.login}?next=${encodeURIComponent(draftAddress(editor))}`);
  };
  return {
    kind: 'warning',
    text: t('{what} Log in again, and your drawing is saved.', { what: `${autosave.error?.message}` }),
    actions: [{ label: t('Log in'), isPrimary: true, run: () => void logIn() }],
  };
}

/**
 * @param {Editor} _editor
 * @param {WaysOut} waysOut
 * @returns {Notice}
 */
function conflict(_editor, { decide }) {
  return {
    kind: 'warning',
    isFixed: true,
    text: t('This diagram was changed elsewhere, in another tab or on another computer.'),
    actions: [{ label: t('Compare and decide'), isPrimary: true, run: () => void decide() }],
  };
}

/**
 * @param {Editor} editor
 * @param {WaysOut} waysOut
 * @returns {Notice}
 */
function refused(editor, { saveAsNew }) {
  const { error } = editor.autosave;
  const copy = { label: t('Save as a new diagram'), isPrimary: true, run: () => void saveAsNew() };
  const reload = { label: t('Reload the page'), run: () => location.reload() };
  if (error?.code === 'logged-in') return drawnByGuest(editor);
  if (error?.status === GONE) return { kind: 'error', text: t('This diagram is no longer on the server: it was deleted.'), actions: [copy] };
  if (error?.status === TOO_LARGE) {
    const text = t('This drawing is larger than the server takes. Shorten rosters or notes, or make two diagrams of it.');
    return { kind: 'error', text, actions: [rescue(editor)] };
  }
  return { kind: 'error', text: `${error?.message}`, actions: error?.code === 'csrf' ? [reload] : [rescue(editor)] };
}

/**
 * @param {Editor} editor
 * @returns {Notice}
 */
function drawnByGuest({ api, autosave }) {
  const saveAsMine = () => {
    api.adopt();
    // What the server has stays the guest's.
    if (autosave.id !== null) return void autosave.saveAsCopy().catch(() => {});
    // The draft is theirs, too.
    autosave.touch();
    autosave.saveNow();
  };
  return {
    kind: 'warning',
    text: t('Somebody has logged in here, and this was drawn without an account.'),
    actions: [{ label: t('Save it as mine'), isPrimary: true, run: saveAsMine }],
  };
}
