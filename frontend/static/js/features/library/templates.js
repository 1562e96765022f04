/** What one does with templates: keep what is selected, put one on the drawing, give the library away and take one in. */

import { choose } from '../../kit/dialogs/chooser.js';
import { askForText } from '../../kit/dialogs/text-dialog.js';
import { giveBlob } from '../../kit/download.js';
import { clip } from '../../model/copying/clipping.js';
import { DEFAULT_TITLE, emptyDiagram } from '../../model/diagram.js';
import { drawTemplate, LIMITS, makeTemplate, readLibrary, renderLibrary, withPictures } from '../../model/copying/template.js';
import { shownTitle } from '../../model/shown-title.js';
import { Library } from '../../storage/library.js';
import { describeTemplate, showLibrary } from './library-dialog.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/copying/clipping.js').Clipping} Clipping */
/** @typedef {import('../../model/copying/template.js').Template} Template */

const SUBJECT = 'library';
const FILE = 'templates.json';

export class Templates {
  #editor;
  #library;

  /** @param {Editor} editor */
  constructor(editor) {
    this.#editor = editor;
    this.#library = new Library(editor.storage, editor.username);
  }

  /** Ask for a name, and keep what is selected under it. */
  keep() {
    const { model, selection } = this.#editor;
    const parts = clip(model, selection.ids);
    askForText({
      title: t('Keep as a template'),
      label: t('Name'),
      value: shownTitle({ ...drawTemplate({ name: '', parts }), title: DEFAULT_TITLE }).slice(0, LIMITS.name),
      hint: t('It is kept in this browser, with hosts and access, without passwords and keys.'),
      verb: t('Keep'),
      onText: (name) => this.#keep(name, parts),
    });
  }

  /** Ask for a template, and put it on the drawing. */
  async insert() {
    const templates = this.#library.list();
    if (templates.length === 0) return this.show();
    const name = await choose({
      title: t('Insert a template'),
      placeholder: t('Which template?'),
      choices: templates.map((template) => ({ value: template.name, label: template.name, detail: describeTemplate(template) })),
    });
    const chosen = templates.find((template) => template.name === name);
    // Not waited for: the next one can be chosen while pictures of this one are on their way.
    if (chosen) void this.#insert(chosen);
  }

  /** Show all templates, and what can be done with them. */
  show() {
    showLibrary({
      list: () => this.#library.list(),
      insert: (template) => void this.#insert(template),
      drop: (template) => this.#library.drop(template.name),
      restore: (template) => void this.#library.keep([template]),
      give: () => giveBlob(new Blob([renderLibrary(this.#library.list())], { type: 'application/json' }), FILE),
      take: (file) => this.#take(file),
    });
  }

  /** @param {Template} template */
  async #insert({ parts, pictures }) {
    const { clipboard, host, placedPictures } = this.#editor;
    host.focus({ preventScroll: true });
    clipboard.paste(pictures ? withPictures(parts, await placedPictures.bring(pictures)) : parts);
  }

  /**
   * @param {string} name
   * @param {Clipping} parts
   */
  #keep(name, parts) {
    const { notices, view } = this.#editor;
    const isSecret = (/** @type {string} */ protocol, /** @type {string} */ parameter) => this.#isSecret(protocol, parameter);
    const whole = makeTemplate(name, parts, isSecret, (id) => view.pictures.get(id)?.src);
    const bare = makeTemplate(name, parts, isSecret);
    // A photo may fill a library by itself; on the diagrams of the same person a template finds it by its name.
    const kept = [whole, bare].find((template) => template && this.#library.keep([template]));
    if (!kept) return notices.show(SUBJECT, { kind: 'warning', text: t('This is more than a library takes. Keep a smaller part, or forget other templates.') });
    const actions = [{ label: t('Show the templates'), run: () => this.show() }];
    const text = kept === whole
      ? t("'{name}' is kept as a template.", { name: kept.name })
      : t("'{name}' is kept as a template without its pictures, which are too many or too large for the library. They still show in your own diagrams.", { name: kept.name });
    notices.show(SUBJECT, { text, seconds: 8, actions });
  }

  /**
   * Take in the library *file*, each of whose templates the server must be able to read.
   * @param {File} file
   * @returns {Promise<string>} What came of it.
   */
  async #take(file) {
    const templates = file.size > LIMITS.characters ? null : readLibrary(await file.text());
    if (!templates) return t('This is no library of templates, or too large for one.');
    for (const template of templates) {
      try {
        await this.#editor.api.compare(emptyDiagram(), drawTemplate(template));
      } catch (error) {
        return t("The template '{name}' cannot be read: {why}", { name: template.name, why: /** @type {Error} */ (error).message });
      }
    }
    if (!this.#library.keep(templates)) return t('This is more than a library takes. Keep a smaller part, or forget other templates.');
    return plural('{count} template came in.', '{count} templates came in.', templates.length);
  }

  /**
   * @param {string} protocol
   * @param {string} parameter
   */
  #isSecret(protocol, parameter) {
    const spec = this.#editor.catalogue[protocol]?.parameters.find(({ name }) => name === parameter);
    return !spec || spec.secret;
  }
}
