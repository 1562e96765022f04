/**
 * The editor object: one per page, made in `editor.js`, and given to every feature, gesture, action and field.
 *
 * This module only describes it. First comes what exists before any feature is connected; then what each feature
 * offers to the others, by the name of the feature. These are there once all features are connected, so a feature
 * reads them when somebody does something, not while it connects.
 */

/**
 * @typedef {object} Core
 * @property {Record<string, string>} urls The addresses that the page came with.
 * @property {string | null} username Who is logged in.
 * @property {readonly import('./actions/formats.js').Format[]} formats What is read and written.
 * @property {string} mainFormat The format of the mapping.
 * @property {DiagramModel} model
 * @property {CommandStack} stack The only way to change the model.
 * @property {Selection} selection
 * @property {NewId} newId
 * @property {HTMLElement} host The element that the canvas fills.
 * @property {Viewport} viewport
 * @property {CanvasView} view What paints the model.
 * @property {CanvasOptions} options How somebody likes to work with the canvas.
 * @property {Actions} actions All that one can do, for keys, menus, the command palette and the help.
 * @property {Api} api
 * @property {import('./features/preview/preview-requests.js').PreviewRequests} previewRequests
 * @property {Readonly<Record<string, ProtocolSpec>>} catalogue By the name of the protocol.
 * @property {readonly string[]} versions The versions of Guacamole that a diagram can be for.
 * @property {Storage} storage What outlives the page in this browser.
 * @property {Drafts} drafts Drawings that the server lacks, in this browser.
 * @property {OpenPages} openPages The other pages of the editor in this browser.
 * @property {PageStart} start What the page started with.
 * @property {Notices} notices
 * @property {LazyLoad} lazy Makes an action of a module that is loaded when it is first needed.
 * @property {(text: string) => void} say Tells why something did not happen.
 * @property {(text: string) => void} announce Tells a screen reader where one is.
 * @property {(id: string) => void} reveal Selects the item and brings it into view.
 */

/**
 * @typedef {object} PageStart
 * @property {string} draftKey Under what this page keeps its draft.
 * @property {Draft | null} draft What this browser kept for this page.
 * @property {readonly Draft[]} others What else it keeps that no open page shows.
 * @property {string | null} id Of the diagram, null if it was never saved.
 * @property {number} revision The revision that the server has.
 * @property {string | null} savedAt
 */

/**
 * @typedef {object} Features
 * @property {import('./features/canvas/canvas.js').Canvas} canvas
 * @property {import('./features/remembered-viewport/remembered-viewport.js').RememberedViewport} rememberedViewport
 * @property {import('./features/clipboard/clipboard.js').Clipboard} clipboard
 * @property {import('./features/saving/autosave.js').Autosave} autosave
 * @property {import('./features/preview/preview.js').PreviewFeature} preview
 * @property {import('./features/side-panels/side-panels.js').SidePanels} sidePanels
 * @property {import('./features/inspector/inspector.js').Inspector} inspector
 * @property {import('./features/outline/outline.js').OutlinePanel} outline
 * @property {import('./features/problems/problems-panel.js').ProblemsPanel} problems
 * @property {import('./features/minimap/minimap.js').MinimapSwitch} minimap
 * @property {import('./features/tour/tour.js').TourOffer} tour
 * @property {import('./features/examples/examples.js').Examples} examples
 * @property {import('./features/history/history.js').HistoryFeature} history
 * @property {import('./features/unsaved-work/unsaved-work.js').UnsavedWork} unsavedWork
 * @property {import('./features/import-export/import-export.js').ImportExport} importExport
 * @property {import('./features/layers/layers.js').LayersFeature} layers
 * @property {import('./features/library/library.js').LibraryFeature} library
 * @property {import('./features/pictures/pictures.js').Pictures} pictures
 * @property {import('./features/placed-pictures/placed-pictures.js').PlacedPictures} placedPictures
 * @property {import('./features/roster-import/roster-import.js').RosterImport} rosterImport
 * @property {ReturnType<typeof import('./features/questions/ask.js').connectQuestions>} ask Asks with what, or for whom, something is done.
 * @property {import('./features/tidy/tidy.js').Tidy} tidy
 * @property {import('./features/help/help.js').Help} help
 * @property {import('./features/command-palette/command-palette.js').CommandPalette} commandPalette
 * @property {import('./features/menus/menus.js').Menus} menus
 */

/** @typedef {Core & Features} Editor */

/** @typedef {import('./actions/actions.js').Actions} Actions */
/** @typedef {import('./gestures/canvas-options.js').CanvasOptions} CanvasOptions */
/** @typedef {import('./kit/lazy-load.js').LazyLoad} LazyLoad */
/** @typedef {import('./kit/notices.js').Notices} Notices */
/** @typedef {import('./model/command-stack.js').CommandStack} CommandStack */
/** @typedef {import('./model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./model/selection.js').Selection} Selection */
/** @typedef {import('./server/api.js').Api} Api */
/** @typedef {import('./server/catalogue.js').ProtocolSpec} ProtocolSpec */
/** @typedef {import('./storage/drafts.js').Draft} Draft */
/** @typedef {import('./storage/drafts.js').Drafts} Drafts */
/** @typedef {import('./storage/open-pages.js').OpenPages} OpenPages */
/** @typedef {import('./util/ids.js').NewId} NewId */
/** @typedef {import('./view/canvas-view.js').CanvasView} CanvasView */
/** @typedef {import('./view/viewport.js').Viewport} Viewport */

export {};
