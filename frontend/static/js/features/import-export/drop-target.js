/** Shows over the canvas what becomes of a file that is carried over the page: it is opened as a new diagram. */

import { element } from '../../kit/dom.js';
import { t } from '../../util/text.js';

/** After how many milliseconds without a sign of it the file is no longer over the page. Browsers give one twice in that time. */
const PATIENCE = 700;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Show on *stage* where the file lands, until it is dropped or carried away. Called at each sign that it is there.
 * @param {HTMLElement} stage
 */
export function showDropTarget(stage) {
  const shown = stage.querySelector('.drop-target') ?? stage.appendChild(buildTarget());
  const hide = () => {
    clearTimeout(waiting);
    shown.remove();
  };
  clearTimeout(waiting);
  waiting = setTimeout(hide, PATIENCE);
  document.addEventListener('drop', hide, { once: true });
}

function buildTarget() {
  return element('div', { class: 'drop-target', role: 'status' }, element('strong', {}, t('Drop the file to open it as a new diagram')),
    element('span', {}, t('What is drawn here stays as it is.')));
}
