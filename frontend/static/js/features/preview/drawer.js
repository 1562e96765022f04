/** The drawer below the canvas, with a tab for each format that has a preview, and one for the access matrix. */

import { button, element, icon } from '../../kit/dom.js';
import { labelOfPreview } from '../../actions/formats.js';
import { MarkedText, UNCHANGED } from './marked-text.js';
import { connectTabs } from '../../kit/tabs.js';
import { list, plural, t } from '../../util/text.js';

/** @typedef {{ text: string, truncated: boolean }} Excerpt */
/** @typedef {import('./marked-text.js').ChangedLines} ChangedLines */
/** @typedef {{ pane: HTMLElement, marked: MarkedText, text: string }} FilePane */

const NOTE = 'drawer-note';

/** Dispatches `reveal` when secrets shall be shown or hidden, and `toggled` when other things of it are shown. */
export class Drawer extends EventTarget {
  #root;
  /** @type {Map<string, FilePane>} By the name of the preview. */
  #files = new Map();
  #matrix = element('div', { id: 'matrix', class: 'matrix', role: 'tabpanel', 'aria-labelledby': 'tab-matrix' });
  #note = element('span', { id: NOTE, class: 'drawer-note muted' });
  #textActions = element('span', { class: 'drawer-open-only' });
  #eye;
  #copy;
  #toggle;
  #choose;
  #chosen = '';

  /**
   * @param {HTMLElement} root
   * @param {{ formats: readonly import('../../actions/formats.js').Format[], copy: (text: string) => Promise<void> }} options
   */
  constructor(root, { formats, copy }) {
    super();
    this.#root = root;
    this.#eye = button({ icon: 'eye', label: t('Show passwords'), classes: 'button-quiet button-small', onClick: () => this.#flipSecrets() });
    this.#eye.setAttribute('aria-pressed', 'false');
    this.#toggle = button({ icon: 'drawer', title: t('Open the preview'), classes: 'button-quiet button-small', onClick: () => this.open(!this.isOpen) });
    this.#copy = button({ icon: 'copy', label: t('Copy'), classes: 'button-quiet button-small', onClick: () => void this.#copyText(copy) });
    for (const { preview, fileName } of formats) {
      if (!preview) continue;
      const shown = pane(`preview-${preview}`, `tab-${preview}`, fileName);
      this.#files.set(preview, { pane: shown, marked: new MarkedText(shown), text: '' });
    }
    const names = [...this.#files.keys()];
    const tabs = element('div', { role: 'tablist', 'aria-label': t('Preview'), class: 'tab-row' },
      ...names.map((name) => tab(`tab-${name}`, `preview-${name}`, labelOfPreview(name))), tab('tab-matrix', 'matrix', t('Access')));
    const actions = element('span', { class: 'drawer-actions' }, this.#textActions, this.#toggle);
    this.#textActions.append(this.#note, this.#eye, this.#copy);
    root.append(element('div', { class: 'tabs' }, tabs, actions), ...[...this.#files.values()].map((file) => file.pane), this.#matrix);
    this.#choose = connectTabs(tabs, (id) => this.#onChoose(id));
    tabs.addEventListener('click', () => this.open(true));
    this.#choose(`tab-${names[0]}`);
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

  /** @returns {string[]} The previews that are in sight. */
  get files() {
    return this.isOpen ? [...this.#files.keys()].filter((name) => this.#chosen === `tab-${name}`) : [];
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
   * Open the drawer at the tab *id*, for example `tab-xml` or `tab-matrix`.
   * @param {string} id
   */
  openAt(id) {
    this.#choose(id);
    this.open(true);
  }

  /**
   * @param {Readonly<Record<string, any>>} answer What is known of the files: an Excerpt by the name of each preview.
   * @param {boolean} hasErrors Whether errors keep the files from being made.
   * @param {Readonly<Record<string, ChangedLines>>} changes What previews change in the last file.
   */
  show(answer, hasErrors, changes) {
    const why = hasErrors ? t('Errors keep this file from being made: see Problems.') : t('Nobody can log in yet: add users and devices.');
    const isCut = [...this.#files.keys()].some((name) => answer[name]?.truncated);
    this.#note.textContent = [isCut ? t('The beginning of the file') : '', ...Object.values(changes).map(describeChange)].filter(Boolean).join(' · ');
    for (const [name, file] of this.#files) {
      /** @type {Excerpt | undefined} */
      const excerpt = answer[name];
      file.text = excerpt?.text ?? '';
      file.marked.show(excerpt ? excerpt.text || why : '', changes[name] ?? UNCHANGED);
    }
    this.#copy.disabled = this.#chosenText === '';
  }

  get #chosenText() {
    return this.#files.get(this.#chosen.replace('tab-', ''))?.text ?? '';
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
    this.#eye.replaceChildren(icon(reveal ? 'eye-off' : 'eye'), reveal ? t('Hide passwords') : t('Show passwords'));
    this.dispatchEvent(new CustomEvent('reveal', { detail: reveal }));
  }

  /** @param {(text: string) => Promise<void>} copy */
  async #copyText(copy) {
    await copy(this.#chosenText);
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
