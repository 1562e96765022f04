/** The drawer under the canvas: what the drawing becomes, as XML and as YAML, always up to date. */

import { button, element, icon } from './dom.js';
import { connectTabs } from './tabs.js';
import { plural } from '../util/format.js';

/**
 * @typedef {object} DrawerAnswer
 * @property {{ text: string, truncated: boolean }} xml
 * @property {{ text: string }} yaml
 */

/** Dispatches `reveal` when secrets shall be shown or hidden, and `toggled` when other things of it are shown. */
export class Drawer extends EventTarget {
  #root;
  #xml = pane('preview-xml', 'tab-xml', 'user-mapping.xml');
  #yaml = pane('preview-yaml', 'tab-yaml', 'config.yaml');
  #matrix = element('div', { id: 'matrix', class: 'matrix', role: 'tabpanel', 'aria-labelledby': 'tab-matrix' });
  #note = element('span', { class: 'drawer-note muted' });
  #textActions = element('span', { class: 'drawer-open-only' });
  #eye;
  #toggle;
  #choose;
  #chosen = 'tab-xml';

  /**
   * @param {HTMLElement} root
   * @param {{ copy: (text: string) => Promise<void> }} options
   */
  constructor(root, { copy }) {
    super();
    this.#root = root;
    this.#eye = button({ icon: 'eye', label: 'Show passwords', look: 'button-quiet button-small', onClick: () => this.#flipSecrets() });
    this.#eye.setAttribute('aria-pressed', 'false');
    this.#toggle = button({ icon: 'drawer', title: 'Open the preview', look: 'button-quiet button-small', onClick: () => this.open(!this.isOpen) });
    const copyButton = button({ icon: 'copy', label: 'Copy', look: 'button-quiet button-small', onClick: () => void this.#copy(copyButton, copy) });
    const tabs = element('div', { role: 'tablist', 'aria-label': 'Preview', class: 'tab-row' },
      tab('tab-xml', 'preview-xml', 'XML'), tab('tab-yaml', 'preview-yaml', 'YAML'), tab('tab-matrix', 'matrix', 'Access'));
    const actions = element('span', { class: 'drawer-actions' }, this.#textActions, this.#toggle);
    this.#textActions.append(this.#note, this.#eye, copyButton);
    root.append(element('div', { class: 'tabs' }, tabs, actions), this.#xml, this.#yaml, this.#matrix);
    this.#choose = connectTabs(tabs, (id) => this.#onChoose(id));
    tabs.addEventListener('click', () => this.open(true));
    this.#choose('tab-xml');
  }

  /** The element that is there for the access matrix. */
  get matrix() {
    return this.#matrix;
  }

  /** Whether one sees who reaches what. */
  get isMatrixShown() {
    return this.isOpen && this.#chosen === 'tab-matrix';
  }

  get isOpen() {
    return this.#toggle.getAttribute('aria-expanded') === 'true';
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
    this.#toggle.setAttribute('aria-label', isOpen ? 'Close the preview' : 'Open the preview');
    this.#toggle.title = isOpen ? 'Close the preview' : 'Open the preview';
    this.#root.classList.toggle('is-open', isOpen);
    this.dispatchEvent(new Event('toggled'));
  }

  /**
   * Open the drawer at the tab *id*: `tab-xml`, `tab-yaml` or `tab-matrix`.
   * @param {string} id
   */
  openAt(id) {
    this.#choose(id);
    this.open(true);
  }

  /**
   * @param {DrawerAnswer} answer
   * @param {boolean} hasErrors Whether errors keep the files from being made.
   * @param {ReadonlySet<number>} fresh The lines of the XML that the last file lacks.
   */
  show({ xml, yaml }, hasErrors, fresh) {
    const why = hasErrors ? 'Errors keep this file from being made: see Problems.' : 'Nobody can log in yet: add users and devices.';
    const notes = [xml.truncated ? 'The beginning of the file' : '', fresh.size > 0 ? `${plural(fresh.size, 'line')} not in the last file` : ''];
    this.#note.textContent = notes.filter(Boolean).join(' · ');
    write(this.#xml, xml.text || why, fresh);
    write(this.#yaml, yaml.text || why);
  }

  /** @param {string} sentence Why what is shown may be old. */
  showStale(sentence) {
    this.#note.textContent = sentence;
  }

  /** @param {string} id */
  #onChoose(id) {
    this.#chosen = id;
    this.#textActions.hidden = id === 'tab-matrix';
    this.dispatchEvent(new Event('toggled'));
  }

  #flipSecrets() {
    const reveal = this.#eye.getAttribute('aria-pressed') !== 'true';
    this.#eye.setAttribute('aria-pressed', String(reveal));
    this.#eye.replaceChildren(icon(reveal ? 'eye-off' : 'eye'), reveal ? 'Hide passwords' : 'Show passwords');
    this.dispatchEvent(new CustomEvent('reveal', { detail: reveal }));
  }

  /**
   * @param {HTMLElement} opener
   * @param {(text: string) => Promise<void>} copy
   */
  async #copy(opener, copy) {
    await copy((this.#chosen === 'tab-xml' ? this.#xml : this.#yaml).textContent ?? '');
    opener.replaceChildren(icon('check'), 'Copied');
    setTimeout(() => opener.replaceChildren(icon('copy'), 'Copy'), 1500);
  }
}

/**
 * @param {string} id
 * @param {string} tabId
 * @param {string} label
 */
function pane(id, tabId, label) {
  return element('pre', { id, class: 'preview', role: 'tabpanel', tabindex: 0, 'aria-labelledby': tabId, title: label });
}

/**
 * @param {string} id
 * @param {string} controls
 * @param {string} label
 */
function tab(id, controls, label) {
  return element('button', { type: 'button', class: 'tab', role: 'tab', id, 'aria-controls': controls, 'aria-selected': 'false' }, label);
}

/**
 * @param {HTMLElement} shown
 * @param {string} text
 * @param {ReadonlySet<number>} [fresh] The lines to mark.
 */
function write(shown, text, fresh = new Set()) {
  const key = [...fresh].join(' ');
  if (shown.textContent === text && shown.dataset.fresh === key) return;
  shown.dataset.fresh = key;
  if (fresh.size === 0) shown.textContent = text;
  else shown.replaceChildren(...markedLines(text, fresh));
}

/**
 * @param {string} text
 * @param {ReadonlySet<number>} fresh
 * @returns {(HTMLElement | string)[]}
 */
function markedLines(text, fresh) {
  const lines = text.split('\n');
  const end = (/** @type {number} */ place) => (place < lines.length - 1 ? '\n' : '');
  return lines.map((line, place) => (fresh.has(place) ? element('ins', { class: 'new-line' }, line + end(place)) : line + end(place)));
}
