/** The panels around the canvas, filled and kept up to date. */

import { copyText } from '../kit/copy-text.js';
import { replaceDiagram } from '../model/commands/settings.js';
import { connectAnnouncer } from '../kit/announcer.js';
import { byId, element } from '../kit/dom.js';
import { Drawer } from '../features/preview/drawer.js';
import { connectEmptyState } from '../features/empty-state/empty-state.js';
import { Inspector } from '../features/inspector/inspector.js';
import { fillPalette } from '../features/palette/palette.js';
import { ProblemsPanel } from '../features/problems/problems-panel.js';
import { connectResizer } from '../kit/resizer.js';
import { connectFold, connectSheets } from '../features/side-panels/sheets.js';
import { StatusBar } from '../features/status-bar/status-bar.js';
import { connectTabs } from '../kit/tabs.js';
import { connectHistory, connectTitle } from '../features/top-bar/top-bar.js';
import { KINDS_WITH_KEYS } from '../gestures/keymap.js';
import { connectHelp } from '../features/inspector/catalogue.js';
import { connectOutline } from '../features/outline/outline.js';
import { connectPreview } from '../features/preview/preview.js';
import { connectTour } from '../features/tour/tour.js';

/** @typedef {import('../features/saving/autosave.js').Autosave} Autosave */
/** @typedef {import('../features/preview/preview-requests.js').Preview} Preview */
/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('../gestures/desk.js').Desk} Desk */
/** @typedef {import('../kit/notices.js').Notices} Notices */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */
/** @typedef {import('./canvas.js').Canvas} Canvas */

/**
 * @typedef {object} Parts
 * @property {Desk} desk
 * @property {Preview} preview
 * @property {Autosave} autosave
 * @property {import('../features/preview/last-file.js').LastFile} lastFile
 * @property {Viewport} viewport
 * @property {Canvas} canvas
 * @property {Notices} notices
 * @property {import('../kit/lazy-load.js').LazyLoad} lazy
 * @property {ReturnType<typeof import('../features/minimap/minimap.js').connectMinimap>} map
 * @property {Storage} storage
 * @property {() => Promise<Diagram[]>} loadExamples
 * @property {() => Promise<import('../server/reference.js').Help>} loadHelp
 */

/** @typedef {ReturnType<typeof connectPanels>} Panels */

/** @type {readonly [keyof import('../view/frame.js').Layers, string][]} */
const LAYERS = [['cables', 'Cables'], ['access', 'Access'], ['labels', 'Names and addresses'], ['grid', 'Grid']];

/**
 * Fill and connect all panels, and return what can be asked of them.
 * @param {Parts} parts
 */
export function connectPanels(parts) {
  const { desk, canvas, viewport, storage, lazy, map } = parts;
  const sheets = connectSheets();
  const chooseRight = connectTabs(tabListOf('tab-inspector'), (id) => {
    if (id === 'tab-problems') problems.appear();
  });
  const showProperties = () => {
    chooseRight('tab-inspector');
    sheets.open('right');
    inspector.focus();
  };
  const showProblems = () => {
    chooseRight('tab-problems');
    sheets.open('right');
  };
  const tour = connectTour(storage, lazy);
  const chooseExample = connectExamples(parts);

  fillPalette(byId('palette'), {
    pictureOf: desk.pictureOf,
    withKeys: KINDS_WITH_KEYS,
    onChoose: (kind, isByPointer) => {
      sheets.close();
      choosePlace(canvas, kind, isByPointer);
    },
    onDrop: canvas.drop,
  });
  const inspector = new Inspector(byId('inspector'), desk);
  const outline = connectOutline({ desk, lazy, onEdit: showProperties, onAdd: (zone) => void canvas.askWhatToAdd(zone) });
  const chooseLeft = connectTabs(tabListOf('tab-add'), (id) => {
    if (id === 'tab-outline') void outline.show();
  });
  const problems = new ProblemsPanel(byId('problems'), byId('tab-problems'), desk);
  const drawer = buildDrawer(parts);
  connectMatrix(parts, drawer);
  const status = new StatusBar(byId('status'), {
    showProblems,
    zoomIn: () => viewport.zoomIn(),
    zoomOut: () => viewport.zoomOut(),
    zoomReset: () => viewport.zoomTo100(),
    zoomFit: () => canvas.actions.get('fit-all')?.run(),
    layers: () => [...layersOf(canvas), null, { label: 'Map', isChecked: map.isShown, run: map.toggle }, null, ...optionsOf(canvas)],
  });
  viewport.addEventListener('changed', () => status.showZoom(viewport.zoom));

  connectTitle(/** @type {HTMLInputElement} */ (byId('title')), desk);
  connectHistory(/** @type {HTMLButtonElement} */ (byId('undo')), /** @type {HTMLButtonElement} */ (byId('redo')), desk);
  connectAnnouncer(byId('announcer'), desk.stack);
  connectEmptyState(byId('empty'), desk, { onExample: chooseExample, onImport: () => byId('file').click(), tour });
  connectFold(byId('fold'), storage);
  connectResizer(byId('resize-right'), { property: '--right', axis: 'x', min: 260, max: 560, initial: 320, storage });
  connectHelp(desk, parts.loadHelp, () => inspector.update());
  connectPreview(parts, { inspector, outline, problems, drawer, status });

  return {
    chooseExample,
    startTour: tour.start,
    showProblems,
    showProperties,
    showOutline: () => {
      chooseLeft('tab-outline');
      sheets.open('left');
      outline.focus();
    },
    showPalette: () => {
      chooseLeft('tab-add');
      sheets.open('left');
      /** @type {HTMLElement | null} */ (byId('palette').querySelector('[role="button"]'))?.focus();
    },
    drawer,
  };
}

/**
 * Put what was chosen in the palette beside what was placed last; a zone is drawn, where there is a pointer to draw it.
 * @param {Canvas} canvas
 * @param {import('../features/palette/palette.js').PaletteKind} kind
 * @param {boolean} isByPointer
 */
function choosePlace({ add, host, toolbox }, kind, isByPointer) {
  if (kind === 'zone' && isByPointer) toolbox.arm('zone');
  else add(kind);
  // Who clicks goes on with the mouse and the keys of the canvas; who pressed Enter stays in the palette.
  if (isByPointer) host.focus({ preventScroll: true });
}

/** @param {Parts} parts */
function buildDrawer({ storage }) {
  const root = byId('drawer');
  const handle = element('div', {
    class: 'resizer resizer-drawer', role: 'separator', 'aria-orientation': 'horizontal', tabindex: 0, 'aria-label': 'Height of the preview',
  });
  root.append(handle);
  const drawer = new Drawer(root, { copy: copyText });
  connectResizer(handle, { property: '--drawer', axis: 'y', min: 120, max: 640, initial: 260, storage });
  drawer.addEventListener('toggled', () => document.body.classList.toggle('is-drawer-open', drawer.isOpen));
  drawer.open(window.innerHeight >= 900 && window.innerWidth > 900);
  return drawer;
}

/**
 * Fill the table of who reaches what when somebody first looks at it.
 * @param {Parts} parts
 * @param {Drawer} drawer
 */
function connectMatrix({ desk, lazy, notices }, drawer) {
  /** @type {import('../features/access-matrix/access-matrix.js').AccessMatrix | undefined} */
  let matrix;
  const show = lazy(() => import('../features/access-matrix/access-matrix.js'), ({ AccessMatrix }) => {
    matrix ??= new AccessMatrix(drawer.matrix, desk, (text) => notices.show('access', { text, kind: 'warning', seconds: 8 }));
    matrix.refresh();
  });
  drawer.addEventListener('toggled', () => {
    if (drawer.isMatrixShown) void show();
  });
}

/**
 * Return what lets somebody choose an example.
 * @param {Parts} parts
 */
function connectExamples(parts) {
  const load = () => Promise.all([import('../features/examples/examples-dialog.js'), parts.loadExamples()]);
  return parts.lazy(load, ([{ showExamples }, examples]) => showExamples(examples, (diagram) => openExample(parts, diagram)));
}

/**
 * Return the menu that shows and hides layers of the canvas.
 * @param {Canvas} canvas
 */
function layersOf({ view }) {
  return LAYERS.map(([layer, label]) => ({
    label,
    isChecked: view.layers[layer],
    run: () => view.setLayers({ [layer]: !view.layers[layer] }),
  }));
}

/**
 * Return the menu of how the canvas is worked.
 * @param {Canvas} canvas
 */
function optionsOf({ options, actions }) {
  return [
    { label: 'Snap to the grid', isChecked: options.snaps, run: () => actions.get('toggle-snap')?.run() },
    { label: 'Wheel zooms', isChecked: options.wheelZooms, run: () => actions.get('toggle-wheel')?.run() },
  ];
}

/**
 * Put an example on the drawing, as one step that can be undone.
 * @param {Parts} parts
 * @param {Diagram} diagram
 */
function openExample({ desk, canvas }, diagram) {
  desk.stack.execute(replaceDiagram(desk.model, diagram, `Start from '${diagram.title}'`));
  desk.selection.clear();
  canvas.actions.get('fit-all')?.run();
}

/** @param {string} tabId */
function tabListOf(tabId) {
  return /** @type {HTMLElement} */ (byId(tabId).parentElement);
}
