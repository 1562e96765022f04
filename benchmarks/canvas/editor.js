/** The editor's own canvas with its tools, as the benchmark drives it. */

import { CommandStack } from '../../frontend/static/js/model/command-stack.js';
import { DiagramModel } from '../../frontend/static/js/model/diagram-model.js';
import { Selection } from '../../frontend/static/js/model/selection.js';
import { CanvasOptions } from '../../frontend/static/js/gestures/canvas-options.js';
import { PointerInput } from '../../frontend/static/js/gestures/pointer-input.js';
import { Toolbox } from '../../frontend/static/js/gestures/tools/toolbox.js';
import { boxAround } from '../../frontend/static/js/model/geometry/boxes.js';
import { createIds } from '../../frontend/static/js/util/ids.js';
import { CanvasView } from '../../frontend/static/js/view/canvas-view.js';
import { Viewport } from '../../frontend/static/js/view/viewport.js';
import { makeDressedLab, makeLab } from './lab.js';

const host = /** @type {HTMLElement} */ (document.getElementById('host'));
const viewport = new Viewport();
const selection = new Selection();
/** @type {DiagramModel} */
let model;

window.bench = {
  load(/** @type {number} */ count) {
    model = new DiagramModel(/** @type {any} */ ('dressed' in document.body.dataset ? makeDressedLab(count) : makeLab(count)));
    const stack = new CommandStack(model);
    const view = new CanvasView({ host, model, stack, selection, viewport });
    const page = {
      say() {}, announce() {},
      canvas: { rename() {}, openPicker() {} },
      menus: { openContextMenu() {} },
      sidePanels: { showProperties() {} },
    };
    const editor = { host, model, stack, selection, viewport, view, newId: createIds(Math.random), options: new CanvasOptions(localStorage), ...page };
    new PointerInput(editor, new Toolbox(editor));
  },
  fit() {
    const box = boxAround(model, model.zones.keys());
    if (box) viewport.fit(box);
  },
  showClose() {
    viewport.zoomTo100();
    viewport.panBy(100 - viewport.offset.x, 100 - viewport.offset.y);
  },
  select(/** @type {number} */ count) {
    selection.set([...model.nodes.keys()].slice(0, count));
  },
  where() {
    const node = /** @type {import('../../frontend/static/js/model/diagram.js').Node} */ (model.nodes.get('n0'));
    return viewport.toScreen(node);
  },
};
