/** Files in and out, as they are made and read: the mapping, config.yaml, the passwords, and what is imported. */

import { downloadMapping, giveFile, giveText } from '../../server/download.js';
import { HistoryApi } from '../../server/history-api.js';
import { importFile } from './import-file.js';
import { ApiError } from '../../server/transport.js';
import { showChanges } from '../../kit/change-list.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { byId, element } from '../../kit/dom.js';
import { plural } from '../../util/format.js';

/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../server/api.js').Problem} Problem */
/** @typedef {import('../../server/api.js').ImportedFile} ImportedFile */
/** @typedef {import('../saving/autosave.js').Autosave} Autosave */
/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/notices.js').Notices} Notices */

const SUBJECT = 'files';
const LARGEST_CONFIG = 1_048_576;
const NOBODY = 'The file was not made: nobody could log in with it. Add devices, and users who reach them.';
const WHERE_IT_GOES = `
Place: /etc/guacamole on your gateway; with Docker, the folder that is mounted there.
Readers: the user of Tomcat, in Guacamole's images group 1001, and nobody else (chmod 640).
Restart: none. Images up to 1.5.5, or the file mounted by itself: restart the container.`;
const NOTHING = 'The file was not made: nobody could reach anything with it. Add a device with a host.';

/**
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Autosave} autosave
 * @property {Desk} desk
 * @property {Notices} notices
 * @property {(id: string) => string} pageOf
 * @property {() => void} showProblems
 * @property {import('../preview/last-file.js').LastFile} lastFile
 * @property {import('../preview/preview-requests.js').Preview} preview
 */

/**
 * Generate the mapping and download it.
 * @param {Parts} parts
 */
export async function downloadFile(parts) {
  const { api, autosave, lastFile, notices } = parts;
  const opener = byId('download');
  opener.setAttribute('aria-busy', 'true');
  try {
    await checkDrawing(parts);
    const { id, users, connections } = await downloadMapping({ autosave, api, give: giveFile });
    const isFirst = lastFile.text === null;
    void lastFile.load(/** @type {string} */ (autosave.id));
    const what = `${plural(users, 'user')} and ${plural(connections, 'connection')}`;
    const text = `user-mapping.xml with ${what} is downloaded. ${isFirst ? WHERE_IT_GOES : 'Put it into /etc/guacamole on your gateway.'}`;
    const next = isFirst
      ? { label: 'Passwords to hand out', run: () => void exportCredentials(parts) }
      : { label: 'What changed', run: () => void tellChanges(parts, id) };
    notices.show(SUBJECT, { text, seconds: isFirst ? 120 : 20, actions: [next] });
  } catch (error) {
    tellFailure(parts, /** @type {Error} */ (error));
  } finally {
    opener.setAttribute('aria-busy', 'false');
  }
}

/**
 * Open *file* as a new diagram. What was on the screen is saved and stays where it is.
 * @param {Parts} parts
 * @param {File} file
 */
export async function openFile(parts, file) {
  const { api, notices } = parts;
  try {
    const imported = await importFile(api, file);
    if (imported.problems.length === 0) await goTo(parts, imported);
    else askAbout(parts, file, imported);
  } catch (error) {
    if (error instanceof ApiError && error.problems.length > 0) return askAbout(parts, file, { diagram: null, problems: error.problems });
    notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
  }
}

/**
 * Download config.yaml, with the passwords that were typed.
 * @param {Parts} parts
 */
export async function exportConfig(parts) {
  const { api, autosave, desk, notices } = parts;
  try {
    await autosave.flush();
    const question = { diagram: desk.model.toJSON(), id: autosave.id, reveal: true, limit: LARGEST_CONFIG, parts: ['yaml'] };
    const { yaml, problems } = await api.preview(question, AbortSignal.timeout(60_000));
    if (!yaml?.text) return tellFailure(parts, new ApiError('There is nothing to write yet: add users and devices.', { problems }));
    if (yaml.truncated) throw new Error('This config.yaml is larger than 1 MiB. Export the diagram as JSON instead.');
    giveText(yaml.text, 'config.yaml', 'application/yaml');
  } catch (error) {
    notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
  }
}

/**
 * Download who logs in with what, for hand-outs.
 * @param {Parts} parts
 */
export async function exportCredentials(parts) {
  const { api, autosave } = parts;
  try {
    await autosave.flush();
    if (autosave.id === null) throw new ApiError('There is nobody to list yet: add users.');
    giveText(await api.readCredentials(autosave.id), 'passwords.csv', 'text/csv');
  } catch (error) {
    tellFailure(parts, /** @type {Error} */ (error));
  }
}

/**
 * Ask what is wrong with the drawing before anything is made of it; throw an ApiError where errors are.
 * @param {Parts} parts
 */
async function checkDrawing({ preview }) {
  await preview.refresh();
  const { answer } = preview;
  if (preview.error || !answer) return;
  const { problems, summary } = answer;
  if (problems.some((problem) => problem.severity === 'error')) throw new ApiError('Errors keep the file from being made.', { problems });
  if (summary.connections === 0) throw new ApiError(summary.users === 0 ? NOBODY : NOTHING);
}

/**
 * Show what the mapping *id* changes for those who had the one before it.
 * @param {Parts} parts
 * @param {string} id
 */
async function tellChanges({ api, autosave, notices }, id) {
  try {
    const { since, changes } = await new HistoryApi(api, /** @type {string} */ (autosave.id)).loadChanges(`mappings/${id}`);
    showChanges(since === null ? 'The first file of this diagram' : 'Changes since the last file', changes);
  } catch (error) {
    notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
  }
}

/**
 * @param {Parts} parts
 * @param {Error} error
 */
function tellFailure({ notices, showProblems }, error) {
  const problems = error instanceof ApiError ? error.problems.filter((problem) => problem.severity === 'error') : [];
  if (problems.length === 0) return notices.show(SUBJECT, { kind: 'error', text: error.message });
  const text = problems.length === 1
    ? `The file was not made: ${problems[0].message}`
    : `The file was not made: ${plural(problems.length, 'error')} would lock people out.`;
  notices.show(SUBJECT, { kind: 'error', text, actions: [{ label: 'Show problems', run: showProblems }] });
  showProblems();
}

/**
 * @param {Parts} parts
 * @param {ImportedFile} imported
 */
async function goTo({ api, autosave, pageOf }, { diagram }) {
  if (!diagram) return;
  if (autosave.isBehind) await autosave.flush();
  const { id } = await api.createDiagram(diagram);
  location.assign(pageOf(id));
}

/**
 * Say what is wrong with *file*, and let one open what could be read of it.
 * @param {Parts} parts
 * @param {File} file
 * @param {ImportedFile} imported
 */
function askAbout(parts, file, imported) {
  const open = { label: 'Open it anyway', isPrimary: true, run: () => void goTo(parts, imported).catch((error) => tellFailure(parts, error)) };
  showDialog({
    title: imported.diagram ? `${file.name} was not understood completely` : `${file.name} cannot be opened`,
    content: [problemList(imported.problems)],
    actions: imported.diagram ? [open] : [],
  });
}

/** @param {readonly Problem[]} problems */
function problemList(problems) {
  return element('ul', { class: 'problems' }, ...problems.map(({ severity, message, hint, line, field }) =>
    element('li', { class: severity === 'error' ? 'problem' : 'problem problem-warning' },
      element('span', {}, message),
      hint ? element('span', { class: 'problem-hint' }, hint) : null,
      line ? element('span', { class: 'problem-place' }, [`Line ${line}`, field].filter(Boolean).join(', ')) : null)));
}
