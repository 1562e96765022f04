/** Shows over the canvas what becomes of a file that is carried over the page: a picture is laid there, any other is opened. */

import { element } from '../../kit/dom.js';
import { t } from '../../util/text.js';

/** After how many milliseconds without a sign of it the file is no longer over the page. Browsers give one twice in that time. */
const PATIENCE = 700;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Show on *stage* where the file lands, until it is dropped or carried away. Called at each sign that it is there.
 * @param {HTMLElement} stage
 * @param {boolean} isPicture
 */
export function showDropTarget(stage, isPicture) {
  const shown = stage.querySelector('.drop-target') ?? stage.appendChild(buildTarget(isPicture));
  const hide = () => {
    clearTimeout(waiting);
    shown.remove();
  };
  clearTimeout(waiting);
  waiting = setTimeout(hide, PATIENCE);
  document.addEventListener('drop', hide, { once: true });
}

/** @param {boolean} isPicture */
function buildTarget(isPicture) {
  const [what, why] = isPicture
    ? [t('Drop the picture to lay it on the drawing'), t('It lies behind everything else.')]
    : [t('Drop the file to open it as a new diagram'), t('What is drawn here stays as it is.')];
  return element('div', { class: 'drop-target', role: 'status' }, element('strong', {}, what), element('span', {}, why));
}
