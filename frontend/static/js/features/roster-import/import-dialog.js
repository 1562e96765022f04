/** The dialog that reads a list of people, shows what it would make of a roster, and changes it when that is confirmed. */

import { button, element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { checkField, linesField, selectField, textField } from '../../kit/forms/fields.js';
import { updateItems } from '../../model/commands/update.js';
import { nameOf } from '../../model/names.js';
import { decodeList } from '../../model/roster/decode.js';
import { listEverybody } from '../../model/roster/people.js';
import { FALLBACK, PATTERNS } from '../../model/roster/user-names.js';
import { SHAPES } from '../../model/roster/table.js';
import { plural, t } from '../../util/text.js';
import { ListReading } from './list-reading.js';
import { PreviewTable } from './preview-table.js';

/** @typedef {import('../../context.js').Editor} Editor */

/** @type {Readonly<Record<import('../../model/roster/table.js').Shape, string>>} */
const SHAPE_NAMES = {
  '\t': t('Tabs'), ';': t('Semicolons'), ',': t('Commas'), addresses: t('E-mail addresses: Name <mail>'),
  lines: t('Nothing: one name a line'), words: t('Nothing but commas or blanks: a line of names'),
};
const LONGEST_LIST = 20;

/**
 * Open the dialog for the users node *id*, with what was pasted or dropped.
 * @param {Editor} editor
 * @param {string} id
 * @param {string | File} [given]
 */
export async function openImport(editor, id, given) {
  const node = editor.model.nodes.get(id);
  if (node?.type !== 'users') return;
  const list = typeof given === 'object' ? decodeList(new Uint8Array(await given.arrayBuffer())) : { text: given ?? '', isGuess: false };
  const reading = new ListReading({ before: node.roster, taken: othersOf(editor.model, id) });
  new ImportDialog(reading, t('People of {name}', { name: nameOf(editor.model, id) }), (roster) => {
    const label = t('Take over a list for {name}', { name: nameOf(editor.model, id) });
    editor.stack.execute(updateItems(editor.model, [id], { roster }, { label }));
  }).read(list);
}

/**
 * Return the user names of all others on the drawing.
 * @param {Editor['model']} model
 * @param {string} id
 * @returns {string[]}
 */
function othersOf(model, id) {
  return [...model.nodes.values()].flatMap((node) => {
    if (node.type !== 'users' || node.id === id) return [];
    return (node.roster.length > 0 ? node.roster : listEverybody(node)).map(({ username }) => username);
  });
}

class ImportDialog {
  #reading;
  #table;
  #fields;
  #source;
  #told = element('p', { role: 'status', class: 'import-told' });
  #guess = element('p', { class: 'field-hint', hidden: true }, t('The file says not how its letters are written: look whether all are right.'));
  #gone = element('p', { class: 'muted', hidden: true });
  #settings = element('div', { class: 'import-settings' });
  #confirm;

  /**
   * @param {ListReading} reading
   * @param {string} title
   * @param {(roster: import('../../model/diagram.js').RosterEntry[]) => void} onConfirm
   */
  constructor(reading, title, onConfirm) {
    this.#reading = reading;
    this.#table = new PreviewTable((column, role) => this.#change(() => reading.setRole(column, role)));
    this.#fields = this.#buildFields();
    const text = linesField({
      label: t('List of people'), name: 'list', rows: 5, isMono: true,
      hint: t('Paste from a spreadsheet or a mail, or drop a file: one person a line. Nothing is changed before you take the list over.'),
      read: () => reading.text,
      write: (value) => this.#change(() => reading.read(value)),
    });
    this.#source = element('details', { open: true }, element('summary', {}, t('Text of the list')), text.element, this.#fileButton());
    text.element.addEventListener('paste', (event) => this.#paste(event));
    text.element.addEventListener('drop', (event) => this.#drop(/** @type {DragEvent} */ (event)));
    const [shape, pattern, ...checks] = this.#fields.map((field) => field.element);
    this.#settings.append(shape, pattern, element('div', { class: 'import-checks' }, ...checks));
    this.#fields.push(text);
    const dialog = showDialog({
      title, classes: 'dialog-wide', closeLabel: t('Cancel'),
      content: [this.#source, this.#guess, this.#settings, this.#told, this.#table.element, this.#gone],
      actions: [{ label: t('Take over the list'), isPrimary: true, run: () => onConfirm(reading.plan.roster) }],
    });
    this.#confirm = /** @type {HTMLButtonElement} */ (dialog.querySelector('.dialog-foot .button-primary'));
    text.element.querySelector('textarea')?.focus();
  }

  /**
   * Show what *text* is.
   * @param {{ text: string, isGuess: boolean }} list
   */
  read({ text, isGuess }) {
    this.#guess.hidden = !isGuess;
    this.#change(() => this.#reading.read(text));
    this.#source.open = this.#reading.rows.length === 0;
    if (!this.#source.open) this.#table.focus();
  }

  #buildFields() {
    const reading = this.#reading;
    return [
      selectField({
        label: t('Cells are divided by'), name: 'shape', options: SHAPES.map((value) => ({ value, label: SHAPE_NAMES[value] })),
        read: () => reading.shape,
        write: (shape) => this.#change(() => reading.setShape(/** @type {any} */ (shape))),
      }),
      textField({
        label: t('Make user names by'), name: 'pattern', list: PATTERNS, isMono: true,
        hint: t('{given}, {family}, their first letters {g} and {f}, {email} before its @, or a number {n:02}. Who has none of these gets {fallback}.', {
          given: '{given}', family: '{family}', g: '{g}', f: '{f}', email: '{email}', 'n:02': '{n:02}', fallback: FALLBACK,
        }),
        read: () => reading.pattern,
        write: (pattern) => this.#change(() => (reading.pattern = pattern)),
      }),
      checkField({
        label: t('The first line names the columns'), name: 'header',
        read: () => reading.isHeaded,
        write: (isHeaded) => this.#change(() => reading.setHeaded(isHeaded)),
      }),
      checkField({
        label: t('Show passwords'), name: 'passwords',
        read: () => this.#table.showsPasswords,
        write: (shows) => this.#change(() => (this.#table.showsPasswords = shows)),
      }),
      checkField({
        label: t('Keep people who are not on this list'), name: 'keeps-gone',
        read: () => reading.keepsGone,
        write: (keeps) => this.#change(() => (reading.keepsGone = keeps)),
      }),
    ];
  }

  #fileButton() {
    const input = element('input', { type: 'file', accept: '.csv,.tsv,.txt,text/*', hidden: true, change: () => {
      const [file] = input.files ?? [];
      if (file) void this.#readFile(file);
    } });
    return element('div', {}, input, button({ label: t('Choose a file …'), icon: 'import', classes: 'button-small', onClick: () => input.click() }));
  }

  /**
   * Fold the text away once it is pasted: passwords may stand in it.
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.#reading.text !== '' || text.trim() === '') return;
    event.preventDefault();
    this.read({ text, isGuess: false });
  }

  /** @param {DragEvent} event */
  #drop(event) {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#readFile(file);
  }

  /** @param {File} file */
  async #readFile(file) {
    this.read(decodeList(new Uint8Array(await file.arrayBuffer())));
  }

  /** @param {() => void} act */
  #change(act) {
    act();
    const { plan, rows, shape } = this.#reading;
    for (const field of this.#fields) field.update();
    this.#settings.hidden = rows.length === 0;
    this.#table.show(this.#reading);
    this.#told.textContent = rows.length === 0 && shape ? t('Nobody is on this list yet.') : describe(plan, this.#reading.keepsGone);
    this.#gone.hidden = plan.gone.length === 0;
    this.#gone.textContent = describeGone(plan, this.#reading.keepsGone);
    this.#confirm.disabled = plan.lines.every(({ entry }) => entry === null);
  }
}

/**
 * @param {import('../../model/roster/plan.js').Plan} plan
 * @param {boolean} keepsGone
 */
function describe({ lines, gone, roster }, keepsGone) {
  const taken = lines.filter(({ entry }) => entry !== null);
  const added = taken.filter(({ before }) => before === null).length;
  const troubled = taken.filter(({ troubles }) => troubles.length > 0).length;
  const parts = [
    plural('{count} person', '{count} people', roster.length),
    added > 0 && plural('{count} new', '{count} new', added),
    taken.length > added && plural('{count} stays', '{count} stay', taken.length - added),
    gone.length > 0 && !keepsGone && plural('{count} gone', '{count} gone', gone.length),
    lines.length > taken.length && plural('{count} line left out', '{count} lines left out', lines.length - taken.length),
    troubled > 0 && plural('{count} to look at', '{count} to look at', troubled),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/**
 * @param {import('../../model/roster/plan.js').Plan} plan
 * @param {boolean} keepsGone
 */
function describeGone({ gone }, keepsGone) {
  const shown = gone.slice(0, LONGEST_LIST).map(({ username, name }) => (name ? `${username} (${name})` : username));
  const names = gone.length > shown.length ? [...shown, '…'].join(', ') : shown.join(', ');
  return keepsGone ? t('Not on this list, and kept: {names}', { names }) : t('Not on this list, and taken off: {names}', { names });
}
