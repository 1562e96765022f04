/** The line at the bottom: what the drawing comes to, what is wrong with it, and the zoom. */

import { button, element } from '../../kit/dom.js';
import { attachMenu } from '../../kit/menu.js';
import { plural } from '../../util/format.js';

/** @typedef {{ users: number, devices: number, connections: number }} Summary */
/** @typedef {{ severity: 'error' | 'warning' }} Problem */

export class StatusBar {
  #root;
  #devices = element('span', {});
  #users = element('span', {});
  #connections = element('span', { class: 'status-optional' });
  #dot = element('span', { class: 'dot' });
  #problems = element('span', {});
  #zoom;

  /**
   * @param {HTMLElement} root
   * @param {object} actions
   * @param {() => void} actions.showProblems
   * @param {() => void} actions.zoomIn
   * @param {() => void} actions.zoomOut
   * @param {() => void} actions.zoomReset
   * @param {() => void} actions.zoomFit
   * @param {() => import('../../kit/menu.js').MenuEntry[]} actions.layers What can be shown and hidden.
   */
  constructor(root, { showProblems, zoomIn, zoomOut, zoomReset, zoomFit, layers }) {
    this.#root = root;
    const look = 'button-quiet';
    this.#zoom = button({ label: '100 %', title: 'Zoom to 100 %', look: `${look} zoom-level`, onClick: zoomReset });
    const show = button({ icon: 'layers', title: 'Show and hide', look, onClick: () => {} });
    show.setAttribute('aria-haspopup', 'menu');
    show.setAttribute('aria-expanded', 'false');
    attachMenu(show, layers);
    root.append(
      this.#devices, this.#users, this.#connections,
      element('button', { type: 'button', class: 'status-problems', click: showProblems }, this.#dot, this.#problems),
      element('div', { class: 'status-zoom', role: 'group', 'aria-label': 'View' },
        show,
        button({ icon: 'fit', title: 'Fit all', look, onClick: zoomFit }),
        button({ icon: 'minus', title: 'Zoom out', look, onClick: zoomOut }),
        this.#zoom,
        button({ icon: 'plus', title: 'Zoom in', look, onClick: zoomIn })),
    );
    this.showSummary({ users: 0, devices: 0, connections: 0 });
    this.showProblems([]);
    // Until it has been counted, nothing is claimed.
    root.classList.add('is-uncounted');
  }

  /** @param {Summary} summary */
  showSummary({ users, devices, connections }) {
    this.#root.classList.remove('is-uncounted');
    this.#devices.textContent = plural(devices, 'device');
    this.#users.textContent = plural(users, 'user');
    this.#connections.textContent = plural(connections, 'connection');
  }

  /** @param {readonly Problem[]} problems */
  showProblems(problems) {
    const hasErrors = problems.some((problem) => problem.severity === 'error');
    this.#dot.className = problems.length === 0 ? 'dot' : hasErrors ? 'dot dot-error' : 'dot dot-warning';
    this.#problems.textContent = problems.length === 0 ? 'No problems' : plural(problems.length, 'problem');
  }

  /** @param {number} zoom */
  showZoom(zoom) {
    this.#zoom.textContent = `${Math.round(zoom * 100)} %`;
  }
}
