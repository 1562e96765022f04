/** Downloads the mapping, and opens imported files as new diagrams. */

import { pageOf } from '../../server/addresses.js';
import { giveFile } from '../../kit/download.js';
import { downloadMapping } from './download-mapping.js';
import { exportFile, tellChanges, tellFailure } from './exports.js';
import { askOptions, asTexts } from './format-options.js';
import { takeOutPictures, sendPictures } from './large-pictures.js';
import { keepFile } from './keep-file.js';
import { importFile, sortFiles, withTitle } from './import-file.js';
import { buildProblems } from './problem-list.js';
import { showProgress } from './progress.js';
import { leaveMessage } from '../../storage/messages.js';
import { ApiError } from '../../server/transport.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { byId } from '../../kit/dom.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../server/api-types.js').Problem} Problem */
/** @typedef {{ diagram: import('../../model/diagram.js').Diagram | null, problems: readonly Problem[], pictures?: import('./large-pictures.js').Pictures }} ImportedFile No diagram where the file cannot be opened. */
/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./format-options.js').Values} Values */

const SUBJECT = 'files';
/** What is lost without harm to the lab: not a sign that the file was misunderstood. */
const HARMLESS = ['config-comments-lost'];
const NOBODY = t('The file was not made: nobody could log in with it. Add devices, and users who reach them.');
const WHERE_IT_GOES = [
  t('Place: /etc/guacamole on your gateway; with Docker, the folder that is mounted there.'),
  t("Readers: the user of Tomcat, in Guacamole's images group 1001, and nobody else (chmod 640)."),
  t('Restart: none. Images up to 1.5.5, or the file mounted by itself: restart the container.'),
];
const NOTHING = t('The file was not made: nobody could reach anything with it. Add a device with a host.');

/**
 * Generate the mapping and download it.
 * @param {Editor} editor
 */
export async function downloadFile(editor) {
  const { api, autosave, notices, preview: { lastFile } } = editor;
  const opener = byId('download');
  opener.setAttribute('aria-busy', 'true');
  try {
    await checkDrawing(editor);
    const { id, users, connections } = await downloadMapping({ autosave, api, give: giveFile });
    const isFirst = lastFile.text === null;
    void lastFile.load(/** @type {string} */ (autosave.id));
    const facts = {
      users: plural('{count} user', '{count} users', users),
      connections: plural('{count} connection', '{count} connections', connections),
    };
    const text = isFirst
      ? [t('user-mapping.xml with {users} and {connections} is downloaded. ', facts), ...WHERE_IT_GOES].join('\n')
      : t('user-mapping.xml with {users} and {connections} is downloaded. Put it into /etc/guacamole on your gateway.', facts);
    const next = isFirst
      ? { label: t('Passwords to hand out'), run: () => void exportFile(editor, 'credentials') }
      : { label: t('What changed'), run: () => void tellChanges(editor, id) };
    notices.show(SUBJECT, { text, seconds: isFirst ? 120 : 20, actions: [next] });
  } catch (error) {
    tellFailure(editor, /** @type {Error} */ (error));
  } finally {
    opener.setAttribute('aria-busy', 'false');
  }
}

/**
 * Open *files*, one lab and what lies beside it, as a new diagram.
 * @param {Editor} editor
 * @param {File[]} files
 * @param {string} format The name of its format, empty where its content shall say it.
 */
export async function openFiles(editor, files, format) {
  const { file, beside } = await sortFiles(files);
  await openFile(editor, file, { ...(format && { format }) }, undefined, beside);
}

/**
 * Open *file* as a new diagram. What was on the screen is saved and stays where it is. A format that has options asks
 * for them: the file of another tool with what was found in it, any other first.
 * @param {Editor} editor
 * @param {File} file
 * @param {{ format?: string }} known
 * @param {Values} [values] The options of the format.
 * @param {Record<string, string>} [beside] The options that other files are.
 */
async function openFile(editor, file, known, values, beside = {}) {
  try {
    const { file: bare, pictures } = await takeOutPictures(file);
    const answer = await showProgress(file, (signal) => importFile(editor.api, bare, { ...known, ...asTexts(values ?? {}) }, signal));
    if (!answer) return;
    const imported = { ...answer, pictures };
    if (!values && askToRead(editor, file, imported.format)) return;
    if (!values && imported.options?.length) return await showContents(editor, file, imported, beside);
    if (imported.problems.length === 0) await goTo(editor, file, imported);
    else askAbout(editor, file, imported);
  } catch (error) {
    tellUnread(editor, file, /** @type {Error} */ (error), values);
  }
}

/**
 * Show what was found in *file*, ask for what is missing, and open it.
 * @param {Editor} editor
 * @param {File} file
 * @param {import('../../server/api-types.js').Imported} imported
 * @param {Record<string, string>} beside
 */
async function showContents(editor, file, imported, beside) {
  const { ImportPage } = await import('./import-page.js');
  const page = new ImportPage({
    file, imported, beside,
    read: (values, signal) => importFile(editor.api, file, { format: imported.format, ...values }, signal),
    open: (found, kept) => void goTo(editor, file, found, kept).catch((error) => tellFailure(editor, error)),
  });
  page.show();
}

/**
 * Ask for the options of the format *name* before *file* is opened; return false where there are none.
 * @param {Editor} editor
 * @param {File} file
 * @param {string | undefined} name
 */
function askToRead(editor, file, name) {
  const format = editor.formats.find((each) => each.name === name);
  if (!format?.reads?.length) return false;
  askOptions({ title: format.title, label: t('Open'), options: format.reads, run: (values) => void openFile(editor, file, { format: format.name }, values) });
  return true;
}

/**
 * Say why *file* was not opened: what is wrong with it, or which option its format lacks.
 * @param {Editor} editor
 * @param {File} file
 * @param {Error} error
 * @param {Values} [values]
 */
function tellUnread(editor, file, error, values) {
  if (error instanceof ApiError && !values && askToRead(editor, file, error.format)) return;
  if (error instanceof ApiError && error.problems.length > 0) return askAbout(editor, file, { diagram: null, problems: error.problems });
  editor.notices.showError(SUBJECT, error);
}

/**
 * Ask what is wrong with the drawing before anything is made of it; throw an ApiError where errors are.
 * @param {Editor} editor
 */
async function checkDrawing({ preview: { requests } }) {
  await requests.refresh();
  const { answer } = requests;
  if (requests.error || !answer) return;
  const { problems, summary } = answer;
  if (problems.some((problem) => problem.severity === 'error')) throw new ApiError(t('Errors keep the file from being made.'), { problems });
  if (summary.connections === 0) throw new ApiError(summary.users === 0 ? NOBODY : NOTHING);
}

/**
 * Store what was *imported* from *file* as a new diagram and go there; the page there says so.
 * @param {Editor} editor
 * @param {File} file
 * @param {ImportedFile & { format?: string }} imported
 * @param {Record<string, string> | null} [kept] The options that the file is kept with, where it shall be.
 */
async function goTo({ api, autosave, urls }, file, { diagram, pictures = {}, format = '' }, kept = null) {
  if (!diagram) return;
  if (autosave.isBehind) await autosave.flush();
  const titled = withTitle(diagram, file.name);
  const made = await api.createDiagram(titled);
  const unkept = [kept ? await keepFile(api, made.id, file, format, kept) : '', await sendPictures(api, made, titled, pictures)];
  const isElsewhere = autosave.id !== null;
  const opened = isElsewhere
    ? t('{file} is open as a new diagram. What was on the screen before is in My diagrams.', { file: file.name })
    : t('{file} is open as a new diagram.', { file: file.name });
  leaveMessage([opened, ...unkept].filter(Boolean).join('\n'));
  location.assign(pageOf(urls, made.id));
}

/**
 * Say what is wrong with *file*, and let one open what could be read of it.
 * @param {Editor} editor
 * @param {File} file
 * @param {ImportedFile} imported
 */
function askAbout(editor, file, imported) {
  const isHarmless = imported.problems.every(({ code }) => HARMLESS.includes(code));
  const open = { label: isHarmless ? t('Open it') : t('Open it anyway'), isPrimary: true, run: () => void goTo(editor, file, imported).catch((error) => tellFailure(editor, error)) };
  showDialog({
    title: titleAbout(file.name, isHarmless, imported.diagram !== null),
    content: [buildProblems(imported.problems)],
    actions: imported.diagram ? [open] : [],
  });
}

/**
 * @param {string} file
 * @param {boolean} isHarmless
 * @param {boolean} canOpen
 */
function titleAbout(file, isHarmless, canOpen) {
  if (!canOpen) return t('{file} cannot be opened', { file });
  return isHarmless ? t('Before {file} is opened', { file }) : t('{file} was not understood completely', { file });
}
