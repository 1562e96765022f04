/**
 * The canvas in the page: it shows the drawing, and over it selection and hints.
 *
 * The drawing is painted anew when it, the viewport or the theme changes. What changes while the pointer moves, and what is
 * being dragged, is painted over what was kept of it, so that a drag costs the same whatever the size of the drawing
 * (`screen.js`). All painting happens in one animation frame.
 */

import { ALL_LAYERS, frameOn, NO_PROBLEMS, toUnits } from './frame.js';
import { isNothing, NO_HINTS } from './hints.js';
import { paintBackground } from './paint/background.js';
import { paintHints } from './paint/hints.js';
import { boxWithHints } from './paint/overlay.js';
import { paintMoved, paintStill } from './paint/scene.js';
import { Scene } from './scene.js';
import { Screen } from './screen.js';
import { Sprites } from './sprites.js';
import { TextRuler } from './text.js';
import { haveSame } from '../util/deep-equal.js';
import { contextOf, createCanvas } from './canvases.js';
import { PAPER, readTheme, readThemeNamed } from './colors.js';
import { PictureImages } from './picture-images.js';
import { Refusal } from './refusal.js';

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/command-stack.js').CommandStack} CommandStack */
/** @typedef {import('../model/selection.js').Selection} Selection */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('./frame.js').Layers} Layers */
/** @typedef {import('./hints.js').Hints} Hints */
/** @typedef {import('./export/picture.js').Picture} Picture */
/** @typedef {import('./viewport.js').Viewport} Viewport */

/**
 * @typedef {object} Parts What the view shows and where.
 * @property {HTMLElement} host Filled by the canvas; it gets a canvas element.
 * @property {DiagramModel} model
 * @property {CommandStack} stack
 * @property {Selection} selection
 * @property {Viewport} viewport
 */

/**
 * How many ways of cables are found for a first picture, if these are all, and where a drawing has more, so that others are missing
 * anyway; later pictures have twice as many each, until all are found.
 */
const FIRST_WAYS = 64;
const FEW_WAYS = 16;
/** How long, in milliseconds, after a picture in which ways are missing: so that what one does meanwhile comes first. */
const PAUSE = 100;

export class CanvasView {
  #host;
  #selection;
  #viewport;
  #scene;
  #screen;
  #refusal;
  #ruler;
  #theme;
  #sprites;
  #ratio = 0;
  #hints = NO_HINTS;
  /** @type {Readonly<Layers>} */
  #layers = ALL_LAYERS;
  #problems = NO_PROBLEMS;
  #pictures = new PictureImages();
  #scheduled = 0;
  #mostWays = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #isOnPaper = false;

  /** @param {Parts} parts */
  constructor({ host, model, stack, selection, viewport }) {
    this.#host = host;
    this.#selection = selection;
    this.#viewport = viewport;
    this.#scene = new Scene(model);
    this.#screen = new Screen(host);
    this.#refusal = new Refusal(host);
    this.#ruler = new TextRuler(contextOf(createCanvas(), true));
    this.#theme = readTheme(host);
    this.#sprites = new Sprites(this.#theme, createCanvas);
    this.#listen(stack);
    this.#fill();
    // Whoever made the view says first what it shows.
    this.#schedule();
  }

  /** Where everything is: for hit tests. */
  get scene() {
    return this.#scene;
  }

  /** @returns {Readonly<Hints>} */
  get hints() {
    return this.#hints;
  }

  /** @returns {Readonly<Layers>} */
  get layers() {
    return this.#layers;
  }

  /** What is loaded of the pictures that lie on the drawing; who adds one has the view painted anew. */
  get pictures() {
    return this.#pictures;
  }

  /**
   * Switch layers on or off.
   * @param {Partial<Layers>} layers
   */
  setLayers(layers) {
    this.#layers = { ...this.#layers, ...layers };
    this.repaint();
  }

  /**
   * Mark what has problems.
   * @param {ReadonlyMap<string, 'error' | 'warning'>} problems The worst severity by id.
   */
  setProblems(problems) {
    this.#problems = problems;
    this.repaint();
  }

  /**
   * Change what is shown over the drawing.
   * @param {Partial<Hints>} hints
   */
  hint(hints) {
    this.#hints = { ...this.#hints, ...hints };
    this.#schedule();
  }

  /**
   * Show the nodes and zones *ids* moved by *by*, until `settle`.
   * @param {ReadonlySet<string>} ids
   * @param {Point} by
   */
  shift(ids, by) {
    if (!haveSame(ids, this.#scene.shifted)) this.#screen.forget();
    this.#scene.shift(ids, by);
    this.#schedule();
  }

  /**
   * Show the zone or shape *id* with the size and place that are *fields*, until `settle`.
   * @param {string} id
   * @param {Box} fields
   */
  reshape(id, fields) {
    if (!haveSame(new Set([id]), this.#scene.shifted)) this.#screen.forget();
    this.#scene.reshape(id, fields);
    this.#schedule();
  }

  /**
   * Show the cable *id* with *bends*, until `settle`.
   * @param {string} id
   * @param {readonly Point[]} bends
   */
  bend(id, bends) {
    if (this.#scene.paths.bent !== id) this.#screen.forget();
    this.#scene.paths.bend(id, bends);
    this.#schedule();
  }

  /** Show everything where the model has it. */
  settle() {
    this.#scene.settle();
    this.repaint();
  }

  /**
   * Return what a picture of the drawing needs: of all, or of *ids*, in the theme of the page or in another one.
   * @param {{ ids?: Iterable<string>, theme?: 'light' | 'dark', ground?: import('./export/picture.js').Ground }} [options]
   * @returns {Picture}
   */
  picture({ ids, theme, ground } = {}) {
    const colors = theme ? readThemeNamed(theme) : this.#theme;
    return { model: this.#scene.model, theme: colors, layers: this.#layers, ruler: this.#ruler, pictures: this.#pictures, ids, ground };
  }

  /** Paint everything anew in the next frame. */
  repaint() {
    this.#screen.forget();
    this.#schedule();
  }

  /** @param {CommandStack} stack */
  #listen(stack) {
    stack.addEventListener('changed', (event) => this.#take(/** @type {CustomEvent<Set<string>>} */ (event).detail));
    this.#selection.addEventListener('changed', () => this.#schedule());
    this.#viewport.addEventListener('changed', () => this.#schedule());
    // Paper is light whatever the page is; to look up its colours changes the page for a moment, which is no reason to look again.
    const dress = () => this.#isOnPaper || this.#dress();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
    new MutationObserver(dress).observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
    new ResizeObserver(() => this.#resize()).observe(this.#host);
  }

  /** @param {Set<string>} ids */
  #take(ids) {
    this.#scene.update(ids);
    this.repaint();
  }

  /**
   * Paint at once as it shall be on paper, or as on the screen again: in light colours, and without what only an editor has.
   * @param {boolean} isOnPaper
   */
  turnToPaper(isOnPaper) {
    this.#isOnPaper = isOnPaper;
    this.#dress();
    this.#paint();
  }

  #dress() {
    this.#theme = this.#isOnPaper ? { ...readThemeNamed('light'), canvas: PAPER } : readTheme(this.#host);
    this.#sprites = new Sprites(this.#theme, createCanvas);
    this.repaint();
  }

  #resize() {
    // A canvas is empty once it has another size, so that it cannot wait for the next frame.
    if (this.#fill()) this.#paint();
  }

  /** Make the canvases as large as their host, and return whether that changed anything. */
  #fill() {
    const ratio = devicePixelRatio || 1;
    const { clientWidth, clientHeight } = this.#host;
    const width = Math.max(1, Math.round(clientWidth * ratio));
    const height = Math.max(1, Math.round(clientHeight * ratio));
    if (!this.#screen.resize(width, height) && ratio === this.#ratio) return false;
    this.#ratio = ratio;
    this.#viewport.resize(clientWidth, clientHeight);
    return true;
  }

  #schedule() {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    const tools = { sprites: this.#sprites, ruler: this.#ruler };
    const isBare = this.#isOnPaper || this.#scene.shifted.size === 0 && this.#selection.ids.size === 0 && isNothing(this.#hints);
    const frame = this.#frame();
    const search = { left: this.#isOnPaper ? Infinity : this.#mostWays || (this.#scene.model.links.size > FIRST_WAYS ? FEW_WAYS : FIRST_WAYS), isCut: false };
    this.#screen.show({ ...frame, search }, !isBare, (area) => {
      paintBackground(area);
      paintStill(area, tools);
    });
    this.#awaitWays(search.isCut);
    if (!isBare) this.#paintOver(frame, tools);
    this.#refusal.show(this.#hints.why, (point) => this.#viewport.toScreen(point));
  }

  /**
   * Paint what is shown elsewhere, selected or hinted at.
   * @param {Frame} frame
   * @param {import('./paint/scene.js').Tools} tools
   */
  #paintOver(frame, tools) {
    const [screen, { ids }] = [1 / this.#viewport.zoom, this.#selection];
    toUnits(frame);
    const moved = this.#scene.isAtRest ? null : paintMoved(frame, tools);
    paintHints(frame, this.#hints, ids, screen, this.#ruler);
    this.#screen.cover(frame, moved && boxWithHints(frame, moved, this.#hints, ids, screen));
  }

  /**
   * Find more ways of cables after a while, if some were *isMissing*.
   * @param {boolean} isMissing
   */
  #awaitWays(isMissing) {
    clearTimeout(this.#pause);
    if (!isMissing) this.#mostWays = 0;
    else {
      this.#pause = setTimeout(() => {
        this.#mostWays = Math.max(FIRST_WAYS, this.#mostWays * 2);
        this.repaint();
      }, PAUSE);
    }
  }

  /** @returns {Frame} */
  #frame() {
    const [layers, problems] = this.#isOnPaper ? [{ ...this.#layers, grid: false }, NO_PROBLEMS] : [this.#layers, this.#problems];
    return frameOn(this.#screen.context, this.#viewport, this.#ratio, { scene: this.#scene, theme: this.#theme, layers, problems, pictures: this.#pictures });
  }
}
