/** Resolves a save conflict: compares both versions and keeps the local one, the server's, or both. */

import { pageOf } from '../../server/addresses.js';
import { HistoryApi } from '../../server/history-api.js';
import { replaceDiagram, setTitle } from '../../model/commands/settings.js';
import { describeSaved, showConflict } from './conflict-dialog.js';
import { shownTitle } from '../../model/shown-title.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../server/api-types.js').SavedDiagram} SavedDiagram */
/** @typedef {import('../../model/diagram.js').Diagram} Diagram */

const SUBJECT = 'conflict';
const LONGEST_TITLE = 200;
const COPY = ' (copy)';

/**
 * Compare both versions and let somebody choose.
 * @param {Editor} editor
 */
export async function decide(editor) {
  const { api, autosave, model, notices } = editor;
  try {
    const id = /** @type {string} */ (autosave.id);
    const theirs = await api.loadDiagram(id);
    const [mine, other] = [model.toJSON(), /** @type {Diagram} */ (theirs.diagram)];
    const base = await findBase(api, id, autosave.revision);
    showConflict({
      mine: { diagram: mine, when: t('On this screen, not saved'), changes: await compare(api, base ?? other, mine) },
      theirs: { diagram: other, when: describeSaved(theirs.updated_at), changes: await compare(api, base ?? mine, other) },
      since: base ? t('Since revision {number}, which both come from:', { number: autosave.revision }) : t('Against the other version:'),
      keepMine: () => void attempt(keepMine(editor, theirs)),
      keepTheirs: () => void attempt(keepTheirs(editor, theirs)),
      keepBoth: () => void attempt(keepBoth(editor)),
    });
  } catch (error) {
    notices.showError(SUBJECT, /** @type {Error} */ (error));
  }
}

/**
 * Where *choice* fails, the state of saving says so.
 * @param {Promise<void>} choice
 */
export async function attempt(choice) {
  await choice.catch(() => {});
}

/**
 * Save what is on the screen as a diagram of its own.
 * @param {Editor} editor
 */
export async function keepBoth({ autosave, model, notices, stack, urls }) {
  const other = autosave.id;
  const title = shownTitle(model);
  stack.execute(setTitle(model, `${title.slice(0, LONGEST_TITLE - COPY.length)}${COPY}`));
  await autosave.saveAsCopy();
  if (!other) return;
  const text = t("Yours is now '{mine}', on this page. The other one is still '{other}'.", { mine: model.title, other: title });
  notices.show(SUBJECT, { text, seconds: 20, actions: [{ label: t('Open the other one'), run: () => location.assign(pageOf(urls, other)) }] });
}

/**
 * @param {Editor} editor
 * @param {SavedDiagram} theirs
 */
async function keepMine({ autosave, notices }, theirs) {
  await autosave.overwrite(theirs.revision);
  notices.show(SUBJECT, { text: t('Yours is saved. The other one is revision {number} in the history.', { number: theirs.revision }), seconds: 20 });
}

/**
 * Put the server's version on the screen, as a step that can be undone; what was there is also set aside.
 * @param {Editor} editor
 * @param {SavedDiagram} theirs
 */
async function keepTheirs({ autosave, model, notices, selection, stack }, theirs) {
  const isKept = await autosave.setAside(theirs.revision);
  selection.clear();
  stack.execute(replaceDiagram(model, /** @type {Diagram} */ (theirs.diagram), t('Keep the other version')));
  autosave.adopt(theirs.revision, Date.parse(theirs.updated_at));
  const text = isKept
    ? t("The other one is on the screen. Undo brings yours back. It is also under 'Work kept in this browser' in the menu.")
    : t('The other one is on the screen. Undo brings yours back.');
  notices.show(SUBJECT, { text, seconds: 20 });
}

/**
 * Return the version that both come from, or null where it is no longer kept.
 * @param {Api} api
 * @param {string} id
 * @param {number} revision
 */
async function findBase(api, id, revision) {
  try {
    return (await new HistoryApi(api, id).loadRevision(revision)).diagram;
  } catch {
    return null;
  }
}

/**
 * @param {Api} api
 * @param {Diagram} old
 * @param {Diagram} young
 */
async function compare(api, old, young) {
  try {
    return await api.compare(old, young);
  } catch {
    return null;
  }
}
