/** The status bar: counts, number of problems, zoom, and the menu of layers. */

import { button, byId, element } from '../../kit/dom.js';
import { attachMenu } from '../../kit/menu.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../server/api-types.js').Summary} Summary */
/** @typedef {{ severity: 'error' | 'warning' }} Problem */

/**
 * Fill the status bar, and let it follow the preview and the zoom.
 * @param {Editor} editor
 */
export function connectStatusBar(editor) {
  const { preview, viewport } = editor;
  const status = new StatusBar(byId('status'), editor);
  viewport.addEventListener('changed', () => status.showZoom(viewport.zoom));
  preview.requests.addEventListener('answer', () => {
    if (preview.requests.answer) status.showSummary(preview.requests.answer.summary);
    status.showProblems(preview.problems);
  });
}

class StatusBar {
  #root;
  #devices = element('span', {});
  #users = element('span', { class: 'status-users' });
  #connections = element('span', { class: 'status-optional' });
  #dot = element('span', { class: 'dot' });
  #problems = element('span', {});
  #zoom;

  /**
   * @param {HTMLElement} root
   * @param {Editor} editor
   */
  constructor(root, { actions }) {
    this.#root = root;
    const classes = 'button-quiet';
    const on = (/** @type {string} */ name) => () => actions.run(name);
    this.#zoom = button({ label: '100 %', title: t('Zoom to 100 %'), classes: `${classes} zoom-level`, onClick: on('zoom-100') });
    const show = button({ icon: 'layers', title: t('Show and hide'), classes, onClick: () => {} });
    show.setAttribute('aria-haspopup', 'menu');
    show.setAttribute('aria-expanded', 'false');
    attachMenu(show, () => actions.menu('view'));
    root.append(
      this.#devices, this.#users, this.#connections,
      element('button', { type: 'button', class: 'status-problems', click: on('problems') }, this.#dot, this.#problems),
      element('div', { class: 'status-zoom', role: 'group', 'aria-label': t('View') },
        show,
        button({ icon: 'fit', title: t('Fit all'), classes, onClick: on('fit-all') }),
        button({ icon: 'minus', title: t('Zoom out'), classes, onClick: on('zoom-out') }),
        this.#zoom,
        button({ icon: 'plus', title: t('Zoom in'), classes, onClick: on('zoom-in') })),
    );
    this.showSummary({ users: 0, devices: 0, connections: 0 });
    this.showProblems([]);
    // Until it has been counted, nothing is claimed.
    root.classList.add('is-uncounted');
  }

  /** @param {Summary} summary */
  showSummary({ users, devices, connections }) {
    this.#root.classList.remove('is-uncounted');
    this.#devices.textContent = plural('{count} device', '{count} devices', devices);
    this.#users.textContent = plural('{count} user', '{count} users', users);
    this.#connections.textContent = plural('{count} connection', '{count} connections', connections);
  }

  /** @param {readonly Problem[]} problems */
  showProblems(problems) {
    const hasErrors = problems.some((problem) => problem.severity === 'error');
    this.#dot.className = problems.length === 0 ? 'dot' : hasErrors ? 'dot dot-error' : 'dot dot-warning';
    this.#problems.textContent = problems.length === 0 ? t('No problems') : plural('{count} problem', '{count} problems', problems.length);
  }

  /** @param {number} zoom */
  showZoom(zoom) {
    this.#zoom.textContent = `${Math.round(zoom * 100)} %`;
  }
}
