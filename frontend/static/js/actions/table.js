/** The table of all actions but those that `formats.js` makes. A new action is one record in the module of its group. */

import { ARRANGING } from './arrange.js';
import { CABLES } from './cables.js';
import { ADDING, DRAWING } from './draw.js';
import { EDITING } from './edit.js';
import { FILES } from './files.js';
import { ITEMS } from './items.js';
import { LAYERS } from './layers.js';
import { LINING_UP } from './line-up.js';
import { LOOKS } from './looks.js';
import { OUTLINE } from './outline.js';
import { PAGES } from './other-pages.js';
import { PANELS } from './panels.js';
import { PICTURES } from './pictures.js';
import { SELECTING } from './select.js';
import { STYLE } from './style.js';
import { TEMPLATES } from './templates.js';
import { VIEWING } from './view.js';

/** @type {readonly import('./actions.js').Action[]} In the order in which the command palette and the help show them. */
export const ACTIONS = [
  ...EDITING, ...STYLE, ...SELECTING, ...ARRANGING, ...LINING_UP, ...ITEMS, ...LOOKS, ...CABLES, ...TEMPLATES, ...LAYERS, ...PICTURES, ...DRAWING, ...VIEWING, ...PANELS,
  ...FILES, ...PAGES, ...OUTLINE,
  ...ADDING,
];
