/** Files in and out: the mapping, the diagram, config.yaml. */

import { ApiError } from '../io/transport.js';
import { downloadMapping, fileNameOf, giveFile, giveText } from '../io/download.js';
import { importFile } from '../io/import-file.js';
import { byId, element } from '../panels/dom.js';
import { showDialog } from '../panels/dialog.js';
import { showChanges } from '../panels/history.js';
import { plural } from '../util/format.js';

/** @typedef {import('../io/api.js').Api} Api */
/** @typedef {import('../io/api.js').Problem} Problem */
/** @typedef {import('../io/api.js').ImportedFile} ImportedFile */
/** @typedef {import('../io/autosave.js').Autosave} Autosave */
/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../panels/notices.js').Notices} Notices */

const SUBJECT = 'files';
const LARGEST_CONFIG = 1_048_576;

/**
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Autosave} autosave
 * @property {Desk} desk
 * @property {Notices} notices
 * @property {(id: string) => string} pageOf
 * @property {() => void} showProblems
 * @property {import('../io/last-file.js').LastFile} lastFile
 * @property {import('../io/preview.js').Preview} preview
 */

export class Files {
  #parts;
  #isBusy = false;
  #input = /** @type {HTMLInputElement} */ (byId('file'));

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      this.#input.value = '';
      if (file) void this.open(file);
    });
    this.#acceptDrops();
  }

  /** Generate the mapping and download it. */
  async download() {
    if (this.#isBusy) return;
    const { api, autosave, lastFile, notices } = this.#parts;
    this.#setBusy(true);
    try {
      await this.#checkDrawing();
      const { id, users, connections } = await downloadMapping({ autosave, api, give: giveFile });
      void lastFile.load(/** @type {string} */ (autosave.id));
      const what = `${plural(users, 'user')} and ${plural(connections, 'connection')}`;
      const text = `user-mapping.xml with ${what} is downloaded. Put it into /etc/guacamole on your gateway.`;
      notices.show(SUBJECT, { text, seconds: 20, actions: [{ label: 'What changed', run: () => void this.#showChanges(id) }] });
    } catch (error) {
      this.#tellFailure(/** @type {Error} */ (error));
    } finally {
      this.#setBusy(false);
    }
  }

  /** Ask what is wrong with the drawing before anything is made of it; throw an ApiError where errors are. */
  async #checkDrawing() {
    const { preview } = this.#parts;
    await preview.refresh();
    const problems = preview.answer?.problems ?? [];
    const hasErrors = problems.some((problem) => problem.severity === 'error');
    if (!preview.error && hasErrors) throw new ApiError('Errors keep the file from being made.', { problems });
  }

  /**
   * Show what the mapping *id* changes for those who had the one before it.
   * @param {string} id
   */
  async #showChanges(id) {
    const { api, autosave, notices } = this.#parts;
    try {
      const { since, changes } = await api.loadChanges(/** @type {string} */ (autosave.id), `mappings/${id}`);
      showChanges(since === null ? 'The first file of this diagram' : 'Changes since the last file', changes);
    } catch (error) {
      notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
    }
  }

  /** Let somebody choose a file to import. */
  chooseFile() {
    this.#input.click();
  }

  /**
   * Open *file* as a new diagram. What was on the screen is saved and stays where it is.
   * @param {File} file
   */
  async open(file) {
    const { api, notices } = this.#parts;
    try {
      const imported = await importFile(api, file);
      if (imported.problems.length === 0) await this.#goTo(imported);
      else this.#askAbout(file, imported);
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0) return this.#askAbout(file, { diagram: null, problems: error.problems });
      notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
    }
  }

  /** Download the diagram itself. */
  exportDiagram() {
    const { model } = this.#parts.desk;
    giveText(`${JSON.stringify(model, null, 2)}\n`, fileNameOf(model.title, 'json'), 'application/json');
  }

  /** Download config.yaml, with the passwords that were typed. */
  async exportConfig() {
    const { api, autosave, desk, notices } = this.#parts;
    try {
      await autosave.flush();
      const question = { diagram: desk.model.toJSON(), id: autosave.id, reveal: true, limit: LARGEST_CONFIG };
      const { yaml, problems } = await api.preview(question, AbortSignal.timeout(60_000));
      if (yaml.text === '') return this.#tellFailure(new ApiError('There is nothing to write yet: add users and devices.', { problems }));
      if (yaml.truncated) throw new Error('This config.yaml is larger than 1 MiB. Export the diagram as JSON instead.');
      giveText(yaml.text, 'config.yaml', 'application/yaml');
    } catch (error) {
      notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
    }
  }

  /** Download who logs in with what, for hand-outs. */
  async exportCredentials() {
    const { api, autosave } = this.#parts;
    try {
      await autosave.flush();
      if (autosave.id === null) throw new ApiError('There is nobody to list yet: add users.');
      giveText(await api.readCredentials(autosave.id), 'passwords.csv', 'text/csv');
    } catch (error) {
      this.#tellFailure(/** @type {Error} */ (error));
    }
  }

  /** A file that is dropped anywhere is opened here; the browser itself would leave the page for it. */
  #acceptDrops() {
    document.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault());
    document.addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.open(file);
    });
  }

  /** @param {Error} error */
  #tellFailure(error) {
    const { notices, showProblems } = this.#parts;
    const problems = error instanceof ApiError ? error.problems.filter((problem) => problem.severity === 'error') : [];
    if (problems.length === 0) return notices.show(SUBJECT, { kind: 'error', text: error.message });
    const text = problems.length === 1
      ? `The file was not made: ${problems[0].message}`
      : `The file was not made: ${plural(problems.length, 'error')} would lock people out.`;
    notices.show(SUBJECT, { kind: 'error', text, actions: [{ label: 'Show problems', run: showProblems }] });
    showProblems();
  }

  /** @param {ImportedFile} imported */
  async #goTo({ diagram }) {
    const { api, autosave, pageOf } = this.#parts;
    if (!diagram) return;
    if (autosave.isBehind) await autosave.flush();
    const { id } = await api.createDiagram(diagram);
    location.assign(pageOf(id));
  }

  /**
   * Say what is wrong with *file*, and let one open what could be read of it.
   * @param {File} file
   * @param {ImportedFile} imported
   */
  #askAbout(file, imported) {
    const open = { label: 'Open it anyway', isPrimary: true, run: () => void this.#goTo(imported).catch((error) => this.#tellFailure(error)) };
    showDialog({
      title: imported.diagram ? `${file.name} was not understood completely` : `${file.name} cannot be opened`,
      content: [problemList(imported.problems)],
      actions: imported.diagram ? [open] : [],
    });
  }

  /** @param {boolean} isBusy */
  #setBusy(isBusy) {
    this.#isBusy = isBusy;
    byId('download').setAttribute('aria-busy', String(isBusy));
  }
}

/** @param {readonly Problem[]} problems */
function problemList(problems) {
  return element('ul', { class: 'problems' }, ...problems.map(({ severity, message, hint, line, field }) =>
    element('li', { class: severity === 'error' ? 'problem' : 'problem problem-warning' },
      element('span', {}, message),
      hint ? element('span', { class: 'problem-hint' }, hint) : null,
      line ? element('span', { class: 'problem-place' }, [`Line ${line}`, field].filter(Boolean).join(', ')) : null)));
}
