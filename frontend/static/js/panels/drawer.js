/** The drawer under the canvas: what the drawing becomes, as XML and as YAML, always up to date. */

import { button, element, icon } from './dom.js';
import { connectTabs } from './tabs.js';

/**
 * @typedef {object} DrawerAnswer
 * @property {{ text: string, truncated: boolean }} xml
 * @property {{ text: string }} yaml
 */

/** Dispatches `reveal` when secrets shall be shown or hidden, and `toggled` when it was opened or closed. */
export class Drawer extends EventTarget {
  #root;
  #xml = pane('preview-xml', 'tab-xml', 'user-mapping.xml');
  #yaml = pane('preview-yaml', 'tab-yaml', 'config.yaml');
  #note = element('span', { class: 'drawer-note muted' });
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
      tab('tab-xml', 'preview-xml', 'XML'), tab('tab-yaml', 'preview-yaml', 'YAML'));
    const actions = element('span', { class: 'drawer-actions' }, this.#note,
      element('span', { class: 'drawer-open-only' }, this.#eye, copyButton), this.#toggle);
    root.append(element('div', { class: 'tabs' }, tabs, actions), this.#xml, this.#yaml);
    this.#choose = connectTabs(tabs, (id) => (this.#chosen = id));
    tabs.addEventListener('click', () => this.open(true));
    this.#choose('tab-xml');
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

  /** @param {DrawerAnswer} answer */
  show({ xml, yaml }) {
    this.#note.textContent = xml.truncated ? 'The beginning of the file' : '';
    write(this.#xml, xml.text || '<!-- Nobody can log in yet: add users and devices. -->');
    write(this.#yaml, yaml.text || '# Nothing to write yet.');
  }

  /** @param {string} sentence Why what is shown may be old. */
  showStale(sentence) {
    this.#note.textContent = sentence;
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
 */
function write(shown, text) {
  if (shown.textContent !== text) shown.textContent = text;
}
