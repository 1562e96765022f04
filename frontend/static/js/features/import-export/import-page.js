/**
 * What was found in a lab file of another tool, before anything is made of it: how much, which devices have no address,
 * what is lost; and the options that mend it. Each change reads the file again.
 */

import { showDialog } from '../../kit/dialogs/dialog.js';
import { element } from '../../kit/dom.js';
import { plural, t } from '../../util/text.js';
import { checkField } from '../../kit/forms/fields.js';
import { ApiError } from '../../server/transport.js';
import { asTexts, buildFields, defaultsOf } from './format-options.js';
import { buildProblems } from './problem-list.js';

/** @typedef {import('../../server/api-types.js').Imported} Imported */
/** @typedef {import('./format-options.js').Values} Values */

/** After how many milliseconds without another key the file is read again. */
const PATIENCE = 300;
/** So many devices without an address are named. */
const MOST_NAMED = 30;

export class ImportPage {
  #file;
  #imported;
  #read;
  #open;
  #values;
  #isKept = false;
  /** Why the file cannot be read with the present options. @type {Error | null} */
  #failure = null;
  /** @type {HTMLButtonElement | null} */
  #button = null;
  #told = element('p', { class: 'import-summary', role: 'status' });
  #lacking = element('p', { class: 'import-lacking' });
  #lost = element('div', { class: 'import-lost' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  /** @type {AbortController | undefined} */
  #reading;
  /** @type {Promise<void>} */
  #settled = Promise.resolve();

  /**
   * @param {object} options
   * @param {File} options.file
   * @param {Imported} options.imported What was found without any option.
   * @param {Record<string, string>} options.beside The options that files beside it are.
   * @param {(values: Record<string, string>, signal: AbortSignal) => Promise<Imported>} options.read Reads it with options.
   * @param {(imported: Imported, kept: Record<string, string> | null) => void} options.open Makes a diagram of it, and keeps the
   *   file with these options where they are given.
   */
  constructor({ file, imported, beside, read, open }) {
    this.#file = file;
    this.#imported = imported;
    this.#read = read;
    this.#open = open;
    this.#values = /** @type {Values} */ ({ ...defaultsOf(imported.options), ...beside });
    if (Object.keys(beside).length > 0) this.#readAgain();
  }

  /** Show it. Nothing is made before one says so. */
  show() {
    const fields = buildFields(this.#imported.options, this.#values, () => this.#wait());
    const dialog = showDialog({
      title: t('What is in {file}', { file: this.#file.name }),
      content: [this.#told, this.#lacking, this.#lost, element('div', { class: 'import-options' }, ...fields), this.#keepField()],
      actions: [{ label: t('Open'), isPrimary: true, run: () => void this.#finish() }],
      closeLabel: t('Cancel'),
      classes: 'dialog-wide',
    });
    this.#button = dialog.querySelector('.dialog-foot .button-primary');
    dialog.addEventListener('close', () => clearTimeout(this.#waiting));
    this.#render();
  }

  #keepField() {
    const field = checkField({
      name: 'keep',
      label: t('Keep the file with the diagram'),
      hint: t('Sealed, as it is: for updates from a newer file, and to download it again.'),
      read: () => this.#isKept,
      write: (value) => (this.#isKept = value),
    });
    field.update();
    return field.element;
  }

  #wait() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#readAgain(), PATIENCE);
  }

  #readAgain() {
    this.#waiting = undefined;
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#settled = this.#take(reading.signal);
  }

  /** @param {AbortSignal} signal */
  async #take(signal) {
    try {
      const imported = await this.#read(asTexts(this.#values), signal);
      if (signal.aborted) return;
      this.#imported = imported;
      this.#failure = null;
    } catch (error) {
      if (signal.aborted) return;
      this.#failure = /** @type {Error} */ (error);
    }
    this.#render();
  }

  /** Open it as it is with all that was typed, also a moment ago. */
  async #finish() {
    const isLate = this.#waiting !== undefined || this.#failure !== null;
    clearTimeout(this.#waiting);
    if (isLate) this.#readAgain();
    await this.#settled;
    if (this.#failure) return this.show();
    this.#open(this.#imported, this.#isKept ? asTexts(this.#values) : null);
  }

  #render() {
    // What failed for a moment is tried once more by opening it.
    if (this.#button) this.#button.disabled = this.#failure instanceof ApiError && !this.#failure.isPassing;
    if (this.#failure) return this.#tellFailure(this.#failure);
    const { summary } = this.#imported;
    // What has no address stands above already.
    const problems = this.#imported.problems.filter(({ code }) => code !== 'import-without-address');
    this.#told.textContent = summarise(summary);
    this.#lacking.hidden = summary.lacking === 0;
    const shown = summary.without_address.slice(0, MOST_NAMED).join(', ');
    this.#lacking.textContent = plural('{count} device has no address: {names}', '{count} devices have no address: {names}', summary.lacking, {
      names: summary.lacking > MOST_NAMED ? `${shown}, …` : shown,
    });
    this.#lost.replaceChildren(...(problems.length === 0 ? [] : [
      element('h3', {}, plural('{count} thing to know', '{count} things to know', problems.length)),
      buildProblems(problems),
    ]));
  }

  /** @param {Error} failure */
  #tellFailure(failure) {
    this.#told.textContent = failure.message;
    this.#lacking.hidden = true;
    this.#lost.replaceChildren(buildProblems(failure instanceof ApiError ? failure.problems : []));
  }
}

/**
 * Say how much comes in: what the file has none of is left out, but for connections.
 * @param {Imported['summary']} summary
 */
function summarise({ devices, networks, cables, zones, notes, shapes, connections }) {
  const things = [
    plural('{count} device', '{count} devices', devices + networks),
    cables > 0 && plural('{count} cable', '{count} cables', cables),
    zones > 0 && plural('{count} zone', '{count} zones', zones),
    notes > 0 && plural('{count} note', '{count} notes', notes),
    shapes > 0 && plural('{count} shape', '{count} shapes', shapes),
  ].filter(Boolean).join(', ');
  return connections > 0
    ? t('{things} and {connections} come in.', { things, connections: plural('{count} connection', '{count} connections', connections) })
    : t('{things} come in, without a connection.', { things });
}
