/**
 * Updates the drawing from a newer file of its lab: a dialog shows what is new, gone and kept, and the whole is one step
 * that can be undone. The server reads the file and compares; nothing is on the drawing before one says so.
 */

import { changeList } from '../../kit/change-list.js';
import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { checkField } from '../../kit/forms/fields.js';
import { replaceDiagram } from '../../model/commands/settings.js';
import { LabFilesApi } from '../../server/lab-files-api.js';
import { ApiError } from '../../server/transport.js';
import { plural, t } from '../../util/text.js';
import { asTexts, buildFields, defaultsOf, valuesOf } from './format-options.js';
import { keepFile } from './keep-file.js';
import { checkSize, packForm } from './import-file.js';
import { buildProblems } from './problem-list.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../server/api-types.js').Updated} Updated */
/** @typedef {import('../../server/api-types.js').LabFile} LabFile */
/** @typedef {import('./format-options.js').Values} Values */

/** After how many milliseconds without another key the file is read again. */
const PATIENCE = 300;
const CHOICES = [
  { name: 'remove_gone', label: t('Remove what the file has no more') },
  { name: 'prefer_file', label: t('Take what the file says where both differ') },
];

/**
 * Show the dialog that updates the drawing of *editor*.
 * @param {Editor} editor
 */
export function updateFromFile(editor) {
  new UpdateDialog(editor).show();
}

class UpdateDialog {
  #editor;
  /** @type {Record<string, File | undefined>} */
  #files = {};
  /** @type {Record<string, boolean>} */
  #choice = { remove_gone: false, prefer_file: false };
  /** The file that was kept last with the diagram: the former one, where none is chosen. @type {LabFile | null} */
  #kept = null;
  #isKept = true;
  /** @type {Values} */
  #values = {};
  /** @type {Updated | null} */
  #updated = null;
  #format = '';
  #former = element('div', { hidden: true });
  #result = element('div', { class: 'update-result', role: 'status' });
  #options = element('details', { hidden: true });
  /** @type {HTMLButtonElement | undefined} */
  #apply;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  /** @type {AbortController | undefined} */
  #asking;

  /** @param {Editor} editor */
  constructor(editor) {
    this.#editor = editor;
  }

  show() {
    const dialog = showDialog({
      title: t('Update from a file'),
      classes: 'dialog-wide',
      content: [
        element('p', { class: 'muted' }, t('People, access, pods, places and what was typed by hand stay as they are.')),
        element('div', { class: 'import-options' },
          this.#fileField('file', t('Newer file of this lab'), ''),
          this.#fileField('before', t('The former file, if there is one'), t('It tells what was typed here from what the file said.'))),
        this.#former, this.#options, this.#result,
        ...CHOICES.map((choice) => this.#checkField(choice)),
      ],
      actions: [{ label: t('Update'), isPrimary: true, run: () => this.#run() }],
      closeLabel: t('Cancel'),
    });
    this.#apply = /** @type {HTMLButtonElement} */ (dialog.querySelector('.dialog-foot .button-primary'));
    this.#apply.disabled = true;
    dialog.addEventListener('close', () => this.#stop());
    void this.#findKept();
  }

  /** Look for a file that is kept with the diagram: then nobody has to look for the former one. */
  async #findKept() {
    const { api, autosave } = this.#editor;
    if (autosave.id === null) return;
    // Without an answer, one can still choose the former file.
    const [kept] = await new LabFilesApi(api, autosave.id).list().catch(() => []);
    if (!kept) return;
    this.#kept = kept;
    const field = checkField({ name: 'keep', label: t('Keep the newer file with the diagram too'), read: () => this.#isKept, write: (value) => (this.#isKept = value) });
    field.update();
    this.#former.replaceChildren(
      element('p', {}, t('It is compared with {file}, which is kept with the diagram, unless you choose another former file.', { file: kept.name })),
      field.element);
    this.#former.hidden = false;
    this.#ask();
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {string} hint
   */
  #fileField(name, label, hint) {
    /** @type {HTMLInputElement} */
    const input = element('input', { type: 'file', name, change: () => {
      this.#files[name] = input.files?.[0];
      if (name === 'file') this.#format = '';
      this.#ask();
    } });
    return element('label', { class: 'field' }, element('span', {}, label), input, hint ? element('span', { class: 'field-hint' }, hint) : null);
  }

  /** @param {{ name: string, label: string }} choice */
  #checkField({ name, label }) {
    const field = checkField({ name, label, read: () => this.#choice[name], write: (value) => {
      this.#choice[name] = value;
      this.#ask();
    } });
    field.update();
    return field.element;
  }

  #stop() {
    clearTimeout(this.#waiting);
    this.#asking?.abort();
  }

  #ask() {
    this.#stop();
    this.#tell(null);
    const asking = new AbortController();
    this.#asking = asking;
    this.#waiting = setTimeout(() => void this.#read(asking.signal), PATIENCE);
  }

  /** @param {AbortSignal} signal */
  async #read(signal) {
    const { file, before } = this.#files;
    if (!file) return;
    try {
      for (const each of [file, before]) if (each) checkSize(each);
      const updated = await this.#send(file, before, signal);
      if (!signal.aborted) this.#tell(updated);
    } catch (error) {
      if (!signal.aborted) this.#fail(/** @type {Error} */ (error));
    }
  }

  /**
   * @param {File} file
   * @param {File | undefined} before
   * @param {AbortSignal} signal
   * @returns {Promise<Updated>}
   */
  async #send(file, before, signal) {
    const texts = this.#format ? { format: this.#format, ...asTexts(this.#values) } : {};
    const parts = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, new Blob([value])]));
    const diagram = new Blob([JSON.stringify(this.#editor.model)]);
    const form = await packForm({ file, diagram, ...(before && { before }), ...parts });
    const query = { ...asTexts(this.#choice), ...(this.#kept && !before && { kept_with: this.#editor.autosave.id ?? '' }) };
    return this.#editor.api.transport.send('POST', `/updates?${new URLSearchParams(query)}`, { signal, ...form });
  }

  /** @param {Updated | null} updated */
  #tell(updated) {
    this.#updated = updated;
    if (this.#apply) this.#apply.disabled = !updated || updated.changes.changes.length === 0;
    if (!updated) return this.#result.replaceChildren();
    if (this.#format === '') this.#offerOptions(updated);
    this.#result.replaceChildren(
      updated.known === 0 ? element('p', { class: 'field-error' }, t('Nothing of the drawing is in this file. Is it the file of another lab?')) : '',
      section(t('What the update does'), updated.changes.changes, true),
      section(t('Gone from the file; to remove it would mean:'), updated.gone.changes),
      section(t('Kept as it is drawn; to take what the file says would mean:'), updated.kept.changes),
      ...this.#tellProblems(updated));
  }

  /** @param {Updated} updated */
  #tellProblems({ problems }) {
    if (problems.length === 0) return [];
    return [element('details', {},
      element('summary', {}, plural('{count} thing to know', '{count} things to know', problems.length)), buildProblems(problems))];
  }

  /** @param {Updated} updated */
  #offerOptions({ format, options, given }) {
    this.#format = format;
    this.#values = { ...defaultsOf(options), ...valuesOf(options, given) };
    this.#options.hidden = options.length === 0;
    this.#options.replaceChildren(element('summary', {}, t('How the file is read')),
      element('div', { class: 'import-options' }, ...buildFields(options, this.#values, () => this.#ask())));
  }

  /** @param {Error} error */
  #fail(error) {
    const problems = error instanceof ApiError ? error.problems : [];
    this.#result.replaceChildren(element('p', { class: 'field-error' }, error.message), buildProblems(problems));
  }

  #run() {
    const { model, stack, selection } = this.#editor;
    if (!this.#updated) return;
    selection.clear();
    const name = this.#files.file?.name ?? '';
    stack.execute(replaceDiagram(model, this.#updated.diagram, t('Update from {file}', { file: name })));
    if (this.#kept && this.#isKept) void this.#keep();
  }

  /** Keep the newer file, with which the next one is compared. */
  async #keep() {
    const { api, autosave, notices } = this.#editor;
    const { file } = this.#files;
    if (!file || autosave.id === null) return;
    const unkept = await keepFile(api, autosave.id, file, this.#format, asTexts(this.#values));
    if (unkept) notices.show('files', { kind: 'error', text: unkept });
  }
}

/**
 * Return *changes* below a heading; without any, nothing, unless it *isAlways* there.
 * @param {string} title
 * @param {readonly string[]} changes
 * @param {boolean} [isAlways]
 */
function section(title, changes, isAlways = false) {
  if (changes.length === 0 && !isAlways) return '';
  return element('section', {}, element('h3', {}, title), changeList(changes));
}
