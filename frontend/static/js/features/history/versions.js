/** Opens the history dialog; views, names and restores versions. */

import { HistoryApi } from '../../server/history-api.js';
import { LabFilesApi } from '../../server/lab-files-api.js';
import { replaceDiagram } from '../../model/commands/settings.js';
import { DiagramModel } from '../../model/diagram-model.js';
import { shownTitle } from '../../model/shown-title.js';
import { askForText } from '../../kit/dialogs/text-dialog.js';
import { ALL_LAYERS } from '../../view/frame.js';
import { picturesAt } from '../../view/picture-images.js';
import { renderSvg } from '../../view/export/picture.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./version-view.js').OldDrawing} OldDrawing */

const SUBJECT = 'history';

export class Versions {
  #editor;

  /** @param {Editor} editor */
  constructor(editor) {
    this.#editor = editor;
  }

  /** Open the history. */
  async show() {
    await this.#attempt(async () => {
      await this.#editor.autosave.flush();
      const { showHistory } = await import('./history-dialog.js');
      showHistory({
        revisions: (cursor) => this.#kept.listRevisions(cursor),
        mappings: (cursor) => this.#kept.listMappings(cursor),
        deleteMapping: (id) => this.#kept.deleteMapping(id),
        labFiles: () => this.#labFiles.list(),
        addressOf: (id) => this.#labFiles.addressOf(id),
        deleteLabFile: (id) => this.#labFiles.remove(id),
        drawingOf: (number) => this.#drawingOf(number),
        changes: async (what, since) => (await this.#kept.loadChanges(what, since)).changes,
        name: (number) => this.#name(number),
        restore: (number) => this.restore(number),
      });
    });
  }

  /** Save now, say that it is saved, and offer to name the version that this makes. */
  async save() {
    await this.#attempt(async () => {
      await this.#editor.autosave.flush();
      const { revision } = this.#editor.autosave;
      const actions = [{ label: t('Name this version'), run: () => this.#name(revision) }];
      this.#editor.notices.show(SUBJECT, { text: t('Saved.'), seconds: 8, actions });
    });
  }

  /** Save now, and let somebody name the version that this makes. */
  async saveVersion() {
    await this.#attempt(async () => {
      await this.#editor.autosave.flush();
      this.#name(this.#editor.autosave.revision);
    });
  }

  /**
   * Put the revision *number* on the drawing, as a step that can be undone.
   * @param {number} number
   */
  async restore(number) {
    await this.#attempt(async () => {
      const { name, diagram } = await this.#kept.loadRevision(number);
      const { model, stack, selection } = this.#editor;
      selection.clear();
      const what = name ?? t('revision {number}', { number });
      stack.execute(replaceDiagram(model, diagram, t('Restore {what}', { what })));
    });
  }

  /**
   * Return what was drawn in the revision *number*: all of it, whatever is switched off on the canvas.
   * @param {number} number
   * @returns {Promise<OldDrawing>}
   */
  async #drawingOf(number) {
    const model = new DiagramModel((await this.#kept.loadRevision(number)).diagram);
    const { api, autosave } = this.#editor;
    const pictures = picturesAt(`${api.transport.base}/diagrams/${autosave.id}/pictures`);
    return { title: shownTitle(model), picture: renderSvg({ ...this.#editor.view.picture(), layers: ALL_LAYERS, pictures, model }) };
  }

  get #kept() {
    return new HistoryApi(this.#editor.api, /** @type {string} */ (this.#editor.autosave.id));
  }

  get #labFiles() {
    return new LabFilesApi(this.#editor.api, /** @type {string} */ (this.#editor.autosave.id));
  }

  /** @param {number} number */
  #name(number) {
    askForText({
      title: t('Name this version'),
      label: t('Name'),
      placeholder: t('For example: before the exam'),
      hint: t('Revision {number} is then kept for good. Versions without a name are thinned out with time.', { number }),
      verb: t('Save the name'),
      onText: (name) => void this.#attempt(async () => {
        await this.#kept.nameRevision(number, name);
        this.#editor.notices.show(SUBJECT, { text: t('This version is kept as "{name}".', { name }), seconds: 5 });
      }),
    });
  }

  /** @param {() => Promise<void>} act */
  async #attempt(act) {
    try {
      await act();
    } catch (error) {
      this.#editor.notices.showError(SUBJECT, /** @type {Error} */ (error));
    }
  }
}
