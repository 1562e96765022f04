/** The editor page: makes the model, the canvas, the panels and the ways to the server, and wires them together. */

import { Api } from './server/api.js';
import { Autosave } from './features/saving/autosave.js';
import { Drafts } from './storage/drafts.js';
import { loadIcons } from './kit/line-icons.js';
import { IndexedStore } from './storage/indexed-store.js';
import { LastFile } from './features/preview/last-file.js';
import { OpenPages } from './storage/open-pages.js';
import { Preview } from './features/preview/preview-requests.js';
import { loadCatalogue, loadExamples, loadHelp } from './server/reference.js';
import { findStart } from './features/saving/start.js';
import { openChannel, openStorage } from './storage/browser-storage.js';
import { CommandStack } from './model/command-stack.js';
import { DiagramModel } from './model/diagram-model.js';
import { replaceDiagram } from './model/commands/settings.js';
import { emptyDiagram } from './model/diagram.js';
import { Selection } from './model/selection.js';
import { byId } from './kit/dom.js';
import { Notices } from './kit/notices.js';
import { pictureOf } from './kit/kind-picture.js';
import { createIds } from './util/ids.js';
import { Viewport } from './view/viewport.js';
import { connectCanvas } from './wiring/canvas.js';
import { connectCommands } from './wiring/commands.js';
import { connectFiles } from './features/import-export/import-export.js';
import { readCatalogue } from './features/inspector/catalogue.js';
import { connectTabSync } from './features/tab-sync/tab-sync.js';
import { UnsavedWork } from './features/unsaved-work/unsaved-work.js';
import { createLazyLoad } from './kit/lazy-load.js';
import { connectMinimap } from './features/minimap/minimap.js';
import { connectPanels } from './wiring/panels.js';
import { createAskForText } from './wiring/questions.js';
import { connectSaving } from './features/saving/saving.js';
import { connectRememberedViewport } from './features/remembered-viewport/remembered-viewport.js';

/** @typedef {import('./model/diagram.js').Diagram} Diagram */
/** @typedef {import('./gestures/desk.js').Desk} Desk */

/**
 * @typedef {object} EditorData What the page comes with.
 * @property {string | null} id
 * @property {number} revision
 * @property {string | null} requestKey
 * @property {string | null} savedAt
 * @property {Diagram | null} diagram
 * @property {string | null} username
 * @property {string[]} messages What was done on the way here.
 * @property {Record<string, string>} urls
 */

/**
 * Start the editor on the page.
 * @param {EditorData} data
 */
export async function startEditor(data) {
  const notices = new Notices(byId('notices'));
  const lazy = createLazyLoad(notices);
  tellOfFailures(notices);
  const storage = openStorage(() => window.localStorage);
  const stored = { id: data.id, revision: data.revision, requestKey: data.requestKey, diagram: data.diagram ?? emptyDiagram() };
  const draftKey = createIds(Math.random)('draft-');
  const fetch = window.fetch.bind(window);
  const [catalogue, { drafts, openPages, draft, others }] = await Promise.all([
    loadCatalogue(data.urls.catalogue, fetch),
    openDrafts(data, stored, draftKey),
    loadIcons(data.urls.icons, fetch),
  ]);

  const model = new DiagramModel(stored.diagram);
  const stack = new CommandStack(model, () => performance.now());
  const selection = new Selection();
  const viewport = new Viewport();

  const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="csrf-token"]'))?.content ?? '';
  const api = new Api({ base: data.urls.api, token, username: data.username, fetch });
  const autosave = new Autosave({
    api, drafts, draftKey,
    requestKey: draft?.requestKey ?? null,
    read: () => model.toJSON(),
    now: Date.now,
    id: stored.id,
    revision: draft?.revision ?? stored.revision,
    savedAt: data.savedAt === null ? null : Date.parse(data.savedAt),
  });
  const preview = new Preview({ api, read: () => ({ diagram: model.toJSON(), id: autosave.id }) });
  const lastFile = new LastFile(api);
  const pageOf = (/** @type {string} */ id) => `${data.urls.diagrams}/${id}`;
  const addressOf = (/** @type {{ id: string | null, key: string }} */ { id, key }) => `${id === null ? data.urls.new : pageOf(id)}#${key}`;
  const unsavedWork = new UnsavedWork({ api, drafts, draftKey, openPages, notices, lazy, addressOf });

  /** @type {Desk} */
  const desk = {
    model,
    stack,
    selection,
    newId: createIds(Math.random),
    storage,
    catalogue: readCatalogue(catalogue),
    further: null,
    versions: catalogue.releases,
    pictureOf,
    expansionOf: (id) => preview.answer?.expansion[id] ?? null,
    askForText: createAskForText(lazy),
    say: (text) => notices.show('tool', { text, seconds: 6 }),
    reveal: (id) => canvas.reveal(id),
  };
  const lookAgain = connectRememberedViewport({ model, viewport, storage, read: () => autosave.id ?? location.hash.slice(1) });
  const canvas = connectCanvas({ desk, viewport, owner: data.username, lookAgain });
  const map = connectMinimap({ desk, viewport, lazy });
  const panels = connectPanels({
    map, desk, preview, autosave, lastFile, viewport, canvas, notices, lazy, storage,
    loadExamples: () => loadExamples(data.urls.examples, fetch),
    loadHelp: () => loadHelp(data.urls.help, fetch),
  });
  const files = connectFiles({ api, lazy, autosave, desk, notices, pageOf, showProblems: panels.showProblems, lastFile, preview });
  connectSaving({
    api, autosave, desk, notices, lazy, pageOf,
    shown: byId('saved'),
    draftAddress: () => addressOf({ id: autosave.id, key: draftKey }),
    loginUrl: data.urls.login,
    exportDiagram: () => files.exportDiagram(),
  });
  connectTabSync({ api, autosave, desk, openPages });
  connectCommands({
    api, autosave, desk, canvas, panels, files, unsavedWork, lazy, map, notices,
    urls: data.urls,
    username: data.username,
  });

  if (draft) {
    stack.execute(replaceDiagram(model, draft.diagram, 'Bring back what was not saved'));
    canvas.showFirst();
    const before = stored.id === null ? '' : ' Undo shows the saved version.';
    notices.show('restored', { text: `Brought back what was drawn here and not saved.${before}`, seconds: 12 });
  }
  unsavedWork.offer(others);
  if (data.messages.length > 0) notices.show('told', { text: data.messages.join(' '), seconds: 12 });
  void preview.refresh();
  document.dispatchEvent(new Event('editorready'));
}

/**
 * Open what this browser keeps, and move what belongs on this page under *draftKey*.
 * @param {EditorData} data
 * @param {import('./features/saving/start.js').Stored} stored
 * @param {string} draftKey
 */
async function openDrafts({ urls, username }, stored, draftKey) {
  const store = new IndexedStore(() => window.indexedDB);
  await store.open();
  const drafts = new Drafts(store, Date.now);
  const openPages = new OpenPages(openChannel('labmapper-pages'), draftKey);
  const { draft, others } = await findStart({
    stored, drafts, openPages,
    owner: username,
    named: location.hash.slice(1),
    isNew: location.pathname === urls.new,
  });
  if (draft) await drafts.take(draft, draftKey);
  // A saved diagram finds its draft by itself; its address stays as it is.
  if (stored.id !== null && location.hash) history.replaceState(null, '', location.pathname);
  return { drafts, openPages, draft, others };
}

/**
 * Say so when something fails that nobody thought of, rather than nothing.
 * @param {Notices} notices
 */
function tellOfFailures(notices) {
  const text = 'Something in the editor did not work. Your drawing is kept: reload the page to go on.';
  const actions = [{ label: 'Reload the page', run: () => location.reload() }];
  const tell = () => notices.show('failure', { kind: 'error', text, actions });
  window.addEventListener('error', tell);
  window.addEventListener('unhandledrejection', tell);
}
