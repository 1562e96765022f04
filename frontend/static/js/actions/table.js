/** The table of all actions but those that `formats.js` makes. A new action is one record in the module of its group. */

import { ARRANGING } from './groups/arrange.js';
import { CABLES } from './groups/cables.js';
import { ADDING, DRAWING } from './groups/draw.js';
import { EDITING } from './groups/edit.js';
import { FILES } from './groups/files.js';
import { ITEMS } from './groups/items.js';
import { LAYERS } from './groups/layers.js';
import { LINING_UP } from './groups/line-up.js';
import { COLORING } from './groups/colors.js';
import { OUTLINE } from './groups/outline.js';
import { PAGES } from './groups/other-pages.js';
import { PANELS } from './groups/panels.js';
import { PICTURES } from './groups/pictures.js';
import { SELECTING } from './groups/select.js';
import { STYLE } from './groups/style.js';
import { TEMPLATES } from './groups/templates.js';
import { VIEWING } from './groups/view.js';

/** @type {readonly import('./actions.js').Action[]} In the order in which the command palette and the help show them. */
export const ACTIONS = [
  ...EDITING, ...STYLE, ...SELECTING, ...ARRANGING, ...LINING_UP, ...ITEMS, ...COLORING, ...CABLES, ...TEMPLATES, ...LAYERS, ...PICTURES, ...DRAWING, ...VIEWING, ...PANELS,
  ...FILES, ...PAGES, ...OUTLINE,
  ...ADDING,
];
