/** Downloads a diagram in other formats than the mapping, and says before what they lack, and after why one was not made. */

import { askOptions } from './format-options.js';
import { buildProblems } from './problem-list.js';
import { giveBlob } from '../../kit/download.js';
import { showChanges } from '../../kit/change-list.js';
import { HistoryApi } from '../../server/history-api.js';
import { ApiError } from '../../server/transport.js';
import { loadHelp } from '../../server/reference.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../server/api-types.js').Problem} Problem */
/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./format-options.js').Values} Values */

const SUBJECT = 'files';
/** Under which the browser keeps what was said of the files of a format. */
const TOLD = 'labmapper-told';
/** For so long the options wait for what the file would lack. */
const PATIENCE = 5_000;

/**
 * Download the diagram in the format *name*, after asking for the options of that where it has any.
 * @param {Editor} editor
 * @param {string} name
 */
export async function askAndExport(editor, name) {
  const format = editor.formats.find((each) => each.name === name);
  if (format?.lacks) tellOnce(editor, format.lacks);
  if (!format?.writes?.length) return exportFile(editor, name);
  try {
    const [{ formats }, problems] = await Promise.all([loadHelp(editor.urls.help), findProblems(editor, format)]);
    askOptions({ title: format.title, label: t('Export'), options: formats[name], problems, run: (values) => void exportFile(editor, name, values) });
  } catch (error) {
    tellFailure(editor, /** @type {Error} */ (error));
  }
}

/**
 * Return what a gateway would not take of an output, before anybody chooses its options; nothing where that cannot be asked.
 * @param {Editor} editor
 * @param {import('../../actions/formats.js').Format} format
 * @returns {Promise<readonly Problem[]>}
 */
async function findProblems({ api, autosave, model }, { preview: name, section }) {
  if (!name || section !== 'gateway') return [];
  const question = { diagram: model.toJSON(), id: autosave.id, reveal: false, limit: 0, parts: [name] };
  const answer = await api.preview(question, AbortSignal.timeout(PATIENCE)).catch(() => null);
  return answer?.[name]?.problems ?? [];
}

/**
 * Say *sentence*, if this browser has not said it yet.
 * @param {Editor} editor
 * @param {string} sentence
 */
function tellOnce({ notices, storage }, sentence) {
  if (storage.getItem(TOLD) === sentence) return;
  storage.setItem(TOLD, sentence);
  notices.show('lacks', { text: sentence, seconds: 20 });
}

/**
 * Save the diagram, and download it in the format *name*.
 * @param {Editor} editor
 * @param {string} name
 * @param {Values} [values] The options of the format.
 */
export async function exportFile(editor, name, values = {}) {
  const { api, autosave, formats } = editor;
  try {
    await autosave.flush();
    if (autosave.id === null) throw new ApiError(t('There is nothing to write yet: add users and devices.'));
    const answer = await api.exportDiagram(autosave.id, name, values);
    const file = nameOf(answer) ?? formats.find((each) => each.name === name)?.fileName ?? name;
    giveBlob(await answer.blob(), file);
    tellGiven(editor, file, answer);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'export-failed') tellUnwritten(error);
    else tellFailure(editor, /** @type {Error} */ (error));
  }
}

/**
 * List what keeps a format from being written: the drawing itself has no such problem.
 * @param {ApiError} error
 */
function tellUnwritten({ problems }) {
  showDialog({ title: t('The file was not made'), content: [buildProblems(problems)] });
}

/**
 * Return what the server calls the file that it sent; its options may decide that.
 * @param {Response} answer
 */
function nameOf({ headers }) {
  return headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1];
}

/**
 * Say what the downloaded *file* does not hold. Where its history is kept, offer to show what changed since the last one.
 * @param {Editor} editor
 * @param {string} file
 * @param {Response} answer
 */
function tellGiven(editor, file, { headers }) {
  const lost = decodeURIComponent(headers.get('Labmapper-Warnings') ?? '');
  const kept = headers.get('Content-Location')?.match(/\/mappings\/([\w-]+)/)?.[1];
  const told = [...(kept ? [t('{file} is downloaded.', { file })] : []), ...(lost ? [lost] : [])];
  const actions = kept ? [{ label: t('What changed'), run: () => void tellChanges(editor, kept) }] : [];
  if (told.length > 0) editor.notices.show(SUBJECT, { text: told.join('\n'), seconds: lost ? 120 : 20, actions });
}

/**
 * Show what the mapping or other output *id* changes for those who had the one before it.
 * @param {Editor} editor
 * @param {string} id
 */
export async function tellChanges({ api, autosave, notices }, id) {
  try {
    const { since, changes } = await new HistoryApi(api, /** @type {string} */ (autosave.id)).loadChanges(`mappings/${id}`);
    showChanges(since === null ? t('The first file of this diagram') : t('Changes since the last file'), changes);
  } catch (error) {
    notices.showError(SUBJECT, /** @type {Error} */ (error));
  }
}

/**
 * Say that a file was not made, and why.
 * @param {Editor} editor
 * @param {Error} error
 */
export function tellFailure({ notices, sidePanels: { showProblems } }, error) {
  const problems = error instanceof ApiError ? error.problems.filter((problem) => problem.severity === 'error') : [];
  if (problems.length === 0) return notices.showError(SUBJECT, error);
  const text = problems.length === 1
    ? t('The file was not made: {problem}', { problem: problems[0].message })
    : plural('The file was not made: {count} error would lock people out.', 'The file was not made: {count} errors would lock people out.', problems.length);
  notices.show(SUBJECT, { kind: 'error', text, actions: [{ label: t('Show problems'), run: showProblems }] });
  showProblems();
}
