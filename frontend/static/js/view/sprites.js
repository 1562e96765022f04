/**
 * A cache of tiles with icons, painted once per size and theme.
 *
 * All of one size are on one sheet, which is painted before the first copy is taken: a sheet that changes between copies would
 * be duplicated by the browser each time.
 */

import { TILE } from '../model/diagram.js';
import { ICONS } from '../model/icons.js';
import { paintTile } from './paint/tiles.js';

/** @typedef {import('../model/icons.js').IconName} IconName */
/** @typedef {import('./colors.js').Theme} Theme */
/** @typedef {IconName | 'blank'} TileName A tile with its icon, or one without, to lie behind that of a stack. */

/** Room around a tile on the sheet, in units, so that smooth borders are not cut. */
const MARGIN = 1;
const COLUMNS = 6;

/** @type {readonly TileName[]} */
const CELLS = [.../** @type {IconName[]} */ (Object.keys(ICONS)), 'blank'];

export class Sprites {
  #createCanvas;
  #theme;
  #key = '';
  /** @type {HTMLCanvasElement | null} */
  #sheet = null;
  #cell = 0;

  /**
   * @param {Theme} theme
   * @param {() => HTMLCanvasElement} createCanvas
   */
  constructor(theme, createCanvas) {
    this.#theme = theme;
    this.#createCanvas = createCanvas;
  }

  /**
   * Copy the tile *name* onto *ctx*, which is set to device pixels, with its middle at (*x*, *y*).
   * @param {CanvasRenderingContext2D} ctx
   * @param {TileName} name
   * @param {number} x
   * @param {number} y
   * @param {number} pixel Device pixels a unit.
   */
  draw(ctx, name, x, y, pixel) {
    const sheet = this.#sheetFor(pixel);
    const place = CELLS.indexOf(name);
    const cell = this.#cell;
    const left = Math.round(x - cell / 2);
    const top = Math.round(y - cell / 2);
    ctx.drawImage(sheet, (place % COLUMNS) * cell, Math.floor(place / COLUMNS) * cell, cell, cell, left, top, cell, cell);
  }

  /** @param {number} pixel */
  #sheetFor(pixel) {
    const key = pixel.toFixed(3);
    if (this.#sheet && key === this.#key) return this.#sheet;
    this.#key = key;
    this.#cell = Math.ceil((TILE + 2 * MARGIN) * pixel);
    this.#cell += this.#cell % 2;
    this.#sheet ??= this.#createCanvas();
    this.#sheet.width = this.#cell * COLUMNS;
    this.#sheet.height = this.#cell * Math.ceil(CELLS.length / COLUMNS);
    this.#paintSheet(/** @type {CanvasRenderingContext2D} */ (this.#sheet.getContext('2d')), pixel);
    return this.#sheet;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {number} pixel
   */
  #paintSheet(ctx, pixel) {
    CELLS.forEach((name, place) => {
      const x = ((place % COLUMNS) + 0.5) * this.#cell;
      const y = (Math.floor(place / COLUMNS) + 0.5) * this.#cell;
      ctx.setTransform(pixel, 0, 0, pixel, x, y);
      paintTile(ctx, name, this.#theme);
    });
  }
}
