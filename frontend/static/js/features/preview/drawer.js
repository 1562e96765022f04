/** The drawer below the canvas, with the tabs XML, YAML and Access. */

import { button, element, icon } from '../../kit/dom.js';
import { MarkedText } from './marked-text.js';
import { connectTabs } from '../../kit/tabs.js';
import { list, plural, t } from '../../util/text.js';

/** @typedef {{ text: string, truncated: boolean }} Excerpt */
/** @typedef {import('./marked-text.js').ChangedLines} ChangedLines */

const NOTE = 'drawer-note';

/** Dispatches `reveal` when secrets shall be shown or hidden, and `toggled` when other things of it are shown. */
export class Drawer extends EventTarget {
  #root;
  #xml = pane('preview-xml', 'tab-xml', 'user-mapping.xml');
  #yaml = pane('preview-yaml', 'tab-yaml', 'config.yaml');
  #matrix = element('div', { id: 'matrix', class: 'matrix', role: 'tabpanel', 'aria-labelledby': 'tab-matrix' });
  #xmlText = new MarkedText(this.#xml);
  #note = element('span', { id: NOTE, class: 'drawer-note muted' });
  #textActions = element('span', { class: 'drawer-open-only' });
  #texts = { 'tab-xml': '', 'tab-yaml': '', 'tab-matrix': '' };
  #eye;
  #copy;
  #toggle;
  #choose;
  /** @type {'tab-xml' | 'tab-yaml' | 'tab-matrix'} */
  #chosen = 'tab-xml';

  /**
   * @param {HTMLElement} root
   * @param {{ copy: (text: string) => Promise<void> }} options
   */
  constructor(root, { copy }) {
    super();
    this.#root = root;
    this.#eye = button({ icon: 'eye', label: t('Show passwords'), look: 'button-quiet button-small', onClick: () => this.#flipSecrets() });
    this.#eye.setAttribute('aria-pressed', 'false');
    this.#toggle = button({ icon: 'drawer', title: t('Open the preview'), look: 'button-quiet button-small', onClick: () => this.open(!this.isOpen) });
    this.#copy = button({ icon: 'copy', label: t('Copy'), look: 'button-quiet button-small', onClick: () => void this.#copyText(copy) });
    const tabs = element('div', { role: 'tablist', 'aria-label': t('Preview'), class: 'tab-row' },
      tab('tab-xml', 'preview-xml', 'XML'), tab('tab-yaml', 'preview-yaml', 'YAML'), tab('tab-matrix', 'matrix', t('Access')));
    const actions = element('span', { class: 'drawer-actions' }, this.#textActions, this.#toggle);
    this.#textActions.append(this.#note, this.#eye, this.#copy);
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

  /** @returns {('xml' | 'yaml')[]} The files that are in sight. */
  get files() {
    if (!this.isOpen || this.#chosen === 'tab-matrix') return [];
    return [this.#chosen === 'tab-xml' ? 'xml' : 'yaml'];
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
    this.#toggle.setAttribute('aria-label', isOpen ? t('Close the preview') : t('Open the preview'));
    this.#toggle.title = isOpen ? t('Close the preview') : t('Open the preview');
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
   * @param {{ xml?: Excerpt, yaml?: Excerpt }} answer What is known of the files.
   * @param {boolean} hasErrors Whether errors keep the files from being made.
   * @param {ChangedLines} changed What the XML changes in the last file.
   */
  show({ xml, yaml }, hasErrors, changed) {
    const why = hasErrors ? t('Errors keep this file from being made: see Problems.') : t('Nobody can log in yet: add users and devices.');
    this.#note.textContent = [(xml ?? yaml)?.truncated ? t('The beginning of the file') : '', describeChange(changed)].filter(Boolean).join(' · ');
    this.#texts = { 'tab-xml': xml?.text ?? '', 'tab-yaml': yaml?.text ?? '', 'tab-matrix': '' };
    this.#copy.disabled = this.#texts[this.#chosen] === '';
    this.#xmlText.show(xml ? xml.text || why : '', changed);
    const text = yaml ? yaml.text || why : '';
    if (this.#yaml.textContent !== text) this.#yaml.textContent = text;
  }

  /** @param {string} sentence Why what is shown may be old. */
  showStale(sentence) {
    this.#note.textContent = sentence;
  }

  /** @param {string} id */
  #onChoose(id) {
    this.#chosen = /** @type {'tab-xml' | 'tab-yaml' | 'tab-matrix'} */ (id);
    this.#textActions.hidden = id === 'tab-matrix';
    this.dispatchEvent(new Event('toggled'));
  }

  #flipSecrets() {
    const reveal = this.#eye.getAttribute('aria-pressed') !== 'true';
    this.#eye.setAttribute('aria-pressed', String(reveal));
    this.#eye.replaceChildren(icon(reveal ? 'eye-off' : 'eye'), reveal ? t('Hide passwords') : t('Show passwords'));
    this.dispatchEvent(new CustomEvent('reveal', { detail: reveal }));
  }

  /** @param {(text: string) => Promise<void>} copy */
  async #copyText(copy) {
    await copy(this.#texts[this.#chosen]);
    this.#copy.replaceChildren(icon('check'), t('Copied'));
    setTimeout(() => this.#copy.replaceChildren(icon('copy'), t('Copy')), 1500);
  }
}

/**
 * @param {string} id
 * @param {string} tabId
 * @param {string} label
 */
function pane(id, tabId, label) {
  return element('pre', { id, class: 'preview', role: 'tabpanel', tabindex: 0, 'aria-labelledby': tabId, 'aria-describedby': NOTE, title: label });
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
 * Return what *changed* since the last file in a few words.
 * @param {ChangedLines} changed
 */
function describeChange({ added, removed }) {
  const gone = removed.reduce((sum, { lines }) => sum + lines.length, 0);
  const counts = [
    added.size > 0 ? plural('{count} new line', '{count} new lines', added.size) : '',
    gone > 0 ? plural('{count} removed line', '{count} removed lines', gone) : '',
  ].filter(Boolean);
  return counts.length > 0 ? t('{changes} since the last file', { changes: list(counts) }) : '';
}
