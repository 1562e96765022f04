/** The editor page: makes the editor object, connects all features to it, and shows what the page came with. */

import { Actions } from './actions/actions.js';
import { actionsOfFormats } from './actions/formats.js';
import { ACTIONS } from './actions/table.js';
import { connectAccessMatrix } from './features/access-matrix/access-matrix.js';
import { connectCanvas } from './features/canvas/canvas.js';
import { connectClipboard } from './features/clipboard/clipboard.js';
import { connectCommandPalette } from './features/command-palette/command-palette.js';
import { connectEmptyState } from './features/empty-state/empty-state.js';
import { connectExamples } from './features/examples/examples.js';
import { connectHelp } from './features/help/help.js';
import { connectHistory } from './features/history/history.js';
import { connectImportExport } from './features/import-export/import-export.js';
import { connectInspector } from './features/inspector/inspector.js';
import { connectLayers } from './features/layers/layers.js';
import { connectLibrary } from './features/library/library.js';
import { connectMenus } from './features/menus/menus.js';
import { connectMinimap } from './features/minimap/minimap.js';
import { connectOutline } from './features/outline/outline.js';
import { connectPalette } from './features/palette/palette.js';
import { connectPictures } from './features/pictures/pictures.js';
import { connectPlacedPictures } from './features/placed-pictures/placed-pictures.js';
import { PreviewRequests } from './features/preview/preview-requests.js';
import { askEarly, connectPreview } from './features/preview/preview.js';
import { connectProblems } from './features/problems/problems-panel.js';
import { connectQuestions } from './features/questions/ask.js';
import { connectRememberedViewport } from './features/remembered-viewport/remembered-viewport.js';
import { connectRosterImport } from './features/roster-import/roster-import.js';
import { connectSaving } from './features/saving/saving.js';
import { openPageStart } from './features/saving/start.js';
import { connectSidePanels } from './features/side-panels/side-panels.js';
import { connectStatusBar } from './features/status-bar/status-bar.js';
import { connectTabSync } from './features/tab-sync/tab-sync.js';
import { connectTidy } from './features/tidy/tidy.js';
import { connectToolBar } from './features/tool-bar/tool-bar.js';
import { connectTopBar } from './features/top-bar/top-bar.js';
import { connectTour } from './features/tour/tour.js';
import { connectUnsavedWork } from './features/unsaved-work/unsaved-work.js';
import { CanvasOptions } from './gestures/canvas-options.js';
import { connectAnnouncer } from './kit/announcer.js';
import { byId } from './kit/dom.js';
import { createLazyLoad } from './kit/lazy-load.js';
import { loadIcons } from './kit/line-icons.js';
import { Notices } from './kit/notices.js';
import { CommandStack } from './model/command-stack.js';
import { replaceDiagram } from './model/commands/settings.js';
import { DiagramModel } from './model/diagram-model.js';
import { emptyDiagram } from './model/diagram.js';
import { Selection } from './model/selection.js';
import { Api } from './server/api.js';
import { readCatalogue } from './server/catalogue.js';
import { loadCatalogue } from './server/reference.js';
import { openStorage } from './storage/browser-storage.js';
import { takeMessage } from './storage/messages.js';
import { createIds } from './util/ids.js';
import { CanvasView } from './view/canvas-view.js';
import { revealItem } from './view/reveal-item.js';
import { Viewport } from './view/viewport.js';
import { t } from './util/text.js';

/** @typedef {import('./context.js').Editor} Editor */
/** @typedef {import('./model/diagram.js').Diagram} Diagram */

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
  tellOfFailures(notices);
  const diagram = data.diagram ?? emptyDiagram();
  const api = createApi(data);
  const previewRequests = new PreviewRequests({ api, read: () => ({ diagram, id: data.id }) });
  const tables = loadCatalogue(data.urls.catalogue);
  const [catalogue, opened] = await Promise.all([
    tables,
    openPageStart({ ...data, diagram }),
    loadIcons(data.urls.icons, window.fetch.bind(window)),
    tables.then((known) => askEarly(previewRequests, known)),
  ]);
  const editor = createEditor(data, { api, previewRequests, notices, diagram, catalogue, ...opened });
  connectFeatures(editor);
  showStart(editor, data);
  previewRequests.tell();
  document.dispatchEvent(new Event('editorready'));
}

/**
 * Make what asks the server.
 * @param {EditorData} data
 */
function createApi({ urls, username }) {
  const csrfToken = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="csrf-token"]'))?.content ?? '';
  return new Api({ base: urls.api, csrfToken, username, fetch: window.fetch.bind(window) });
}

/**
 * Make the editor object, as it is before the features are connected.
 * @param {EditorData} data
 * @param {Pick<Editor, 'api' | 'previewRequests' | 'notices' | 'drafts' | 'openPages' | 'start'> & { diagram: Diagram, catalogue: import('./server/reference.js').Catalogue }} parts
 * @returns {Editor}
 */
function createEditor({ urls, username }, { diagram, catalogue, notices, ...opened }) {
  const { formats, mainFormat } = catalogue;
  const host = byId('canvas');
  const model = new DiagramModel(diagram);
  const stack = new CommandStack(model, () => performance.now());
  const selection = new Selection();
  const viewport = new Viewport();
  const storage = openStorage(() => window.localStorage);
  const lazy = createLazyLoad(notices);
  /** @type {Omit<import('./context.js').Core, 'actions'>} */
  const core = {
    ...opened,
    urls, username, formats, mainFormat, notices, storage, lazy, host, model, stack, selection, viewport,
    view: new CanvasView({ host, model, stack, selection, viewport }),
    options: new CanvasOptions(storage),
    newId: createIds(Math.random),
    catalogue: readCatalogue(catalogue),
    versions: catalogue.releases,
    say: (text) => notices.show('tool', { text, seconds: 6 }),
    announce: (text) => (byId('announcer').textContent = text),
    reveal: (id) => {
      selection.set([id]);
      revealItem({ model, viewport }, id);
    },
  };
  const editor = /** @type {Editor} */ (core);
  editor.actions = new Actions(editor, [...ACTIONS, ...actionsOfFormats(formats, mainFormat)]);
  return editor;
}

/**
 * Connect all features, each by one line. What a feature offers to the others is kept under its name.
 * @param {Editor} editor
 */
function connectFeatures(editor) {
  editor.rememberedViewport = connectRememberedViewport(editor);
  editor.canvas = connectCanvas(editor);
  editor.clipboard = connectClipboard(editor);
  editor.minimap = connectMinimap(editor);
  editor.sidePanels = connectSidePanels(editor);
  editor.preview = connectPreview(editor);
  editor.inspector = connectInspector(editor);
  editor.outline = connectOutline(editor);
  editor.problems = connectProblems(editor);
  editor.tour = connectTour(editor);
  editor.examples = connectExamples(editor);
  editor.help = connectHelp(editor);
  editor.commandPalette = connectCommandPalette(editor);
  editor.menus = connectMenus(editor);
  editor.importExport = connectImportExport(editor);
  editor.layers = connectLayers(editor);
  editor.library = connectLibrary(editor);
  editor.pictures = connectPictures(editor);
  editor.ask = connectQuestions(editor);
  editor.rosterImport = connectRosterImport(editor);
  editor.tidy = connectTidy(editor);
  editor.history = connectHistory(editor);
  editor.autosave = connectSaving(editor);
  editor.placedPictures = connectPlacedPictures(editor);
  editor.unsavedWork = connectUnsavedWork(editor);
  connectAccessMatrix(editor);
  connectAnnouncer(byId('announcer'), editor.stack);
  connectEmptyState(editor);
  connectPalette(byId('palette'), editor);
  connectStatusBar(editor);
  connectTabSync(editor);
  connectToolBar(editor);
  connectTopBar(editor);
}

/**
 * Put what this browser kept on the drawing, and say what there is to say at the start.
 * @param {Editor} editor
 * @param {EditorData} data
 */
function showStart({ canvas, model, notices, stack, start: { draft, id } }, { messages }) {
  if (draft) {
    stack.execute(replaceDiagram(model, draft.diagram, t('Bring back what was not saved')));
    canvas.showFirst();
    const text = id === null
      ? t('Brought back what was drawn here and not saved.')
      : t('Brought back what was drawn here and not saved. Undo shows the saved version.');
    notices.show('restored', { text, seconds: 12 });
  }
  const told = [...messages, takeMessage()].filter(Boolean).join(' ');
  if (told) notices.show('told', { text: told, seconds: 12 });
}

/**
 * Say so when something fails that nobody thought of, rather than nothing.
 * @param {Notices} notices
 */
function tellOfFailures(notices) {
  const text = t('Something in the editor did not work. Your drawing is kept: reload the page to go on.');
  const actions = [{ label: t('Reload the page'), run: () => location.reload() }];
  const tell = () => notices.show('failure', { kind: 'error', text, actions });
  window.addEventListener('error', tell);
  window.addEventListener('unhandledrejection', tell);
}
