/** The editor page: makes the model, the canvas, the panels and the ways to the server, and wires them together. */

import { Api } from './io/api.js';
import { Autosave } from './io/autosave.js';
import { Drafts } from './io/drafts.js';
import { LastFile } from './io/last-file.js';
import { Preview } from './io/preview.js';
import { loadReference } from './io/reference.js';
import { chooseStart } from './io/restore.js';
import { CommandStack } from './model/command-stack.js';
import { DiagramModel } from './model/diagram-model.js';
import { emptyDiagram } from './model/diagram.js';
import { Selection } from './model/selection.js';
import { byId } from './panels/dom.js';
import { Notices } from './panels/notices.js';
import { pictureOf } from './panels/pictures.js';
import { createIds } from './util/ids.js';
import { Viewport } from './view/viewport.js';
import { connectCanvas } from './wiring/canvas.js';
import { connectCommands } from './wiring/commands.js';
import { Files } from './wiring/files.js';
import { readCatalogue } from './wiring/catalogue.js';
import { History } from './wiring/history.js';
import { connectPanels } from './wiring/panels.js';
import { connectMap } from './wiring/pictures.js';
import { connectSaving } from './wiring/saving.js';

/** @typedef {import('./model/diagram.js').Diagram} Diagram */
/** @typedef {import('./panels/desk.js').Desk} Desk */

/**
 * @typedef {object} EditorData What the page comes with.
 * @property {string | null} id
 * @property {number} revision
 * @property {Diagram | null} diagram
 * @property {boolean} signedIn
 * @property {Record<string, string>} urls
 */

/**
 * Start the editor on the page.
 * @param {EditorData} data
 */
export async function startEditor(data) {
  const notices = new Notices(byId('notices'));
  tellOfFailures(notices);
  const { catalogue, examples } = await loadReference(data.urls.reference, window.fetch.bind(window));

  const storage = window.localStorage;
  const draftKey = keyOfTab();
  const drafts = new Drafts(storage);
  const stored = { id: data.id, revision: data.revision ?? 0, diagram: data.diagram ?? emptyDiagram() };
  const start = chooseStart(stored, drafts, draftKey);

  const model = new DiagramModel(start.diagram);
  const stack = new CommandStack(model, () => performance.now());
  const selection = new Selection();
  const viewport = new Viewport();

  const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="csrf-token"]'))?.content ?? '';
  const api = new Api({ base: data.urls.api, token, fetch: window.fetch.bind(window) });
  const autosave = new Autosave({ api, drafts, read: () => model.toJSON(), draftKey, id: start.id, revision: start.revision });
  const preview = new Preview({ api, read: () => ({ diagram: model.toJSON(), id: autosave.id }) });
  const lastFile = new LastFile(api);
  const pageOf = (/** @type {string} */ id) => `${data.urls.diagrams}/${id}`;

  /** @type {Desk} */
  const desk = {
    model,
    stack,
    selection,
    newId: createIds(Math.random),
    storage,
    catalogue: readCatalogue(catalogue),
    versions: catalogue.releases,
    pictureOf,
    expansionOf: (id) => preview.answer?.expansion[id] ?? null,
    reveal: (id) => canvas.reveal(id),
  };
  const canvas = connectCanvas({ desk, viewport, notices });
  const map = connectMap({ desk, viewport });
  const panels = connectPanels({ map, desk, preview, autosave, lastFile, viewport, canvas, notices, storage, examples });
  const files = new Files({ api, autosave, desk, notices, pageOf, showProblems: panels.showProblems, lastFile, preview });
  connectSaving({ api, autosave, desk, notices, pageOf, shown: byId('saved') });
  connectCommands({
    api, desk, canvas, panels, files, map, notices,
    urls: data.urls,
    signedIn: data.signedIn,
    history: new History({ api, autosave, desk, notices }),
  });

  if (start.isRestored) {
    notices.show('restored', { text: 'Brought back what was drawn here and not saved.', seconds: 8 });
    autosave.touch();
  }
  void preview.refresh();
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

/** Under what this tab keeps a diagram that was never saved; it outlives a reload. */
function keyOfTab() {
  const name = 'labmapper-tab';
  try {
    const known = sessionStorage.getItem(name);
    if (known) return known;
    const made = `tab-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    sessionStorage.setItem(name, made);
    return made;
  } catch {
    return 'tab';
  }
}
