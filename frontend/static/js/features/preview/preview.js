/**
 * The preview: asks the server after every change what it makes of the drawing, and shows the files in the drawer.
 *
 * Other features read the answer (problems, counts, what a stack stands for) and listen to `preview.requests`.
 */

import { byId, element } from '../../kit/dom.js';
import { connectResizer } from '../../kit/resizer.js';
import { Drawer } from './drawer.js';
import { LastFile } from './last-file.js';
import { UNCHANGED } from './marked-text.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../server/api-types.js').Expansion} Expansion */
/** @typedef {import('../../server/api-types.js').Problem} Problem */

/**
 * @typedef {object} PreviewFeature
 * @property {import('./preview-requests.js').PreviewRequests} requests
 * @property {LastFile} lastFile The file that was generated last.
 * @property {Drawer} drawer
 * @property {readonly Problem[]} problems What the server finds wrong with the drawing; nothing as long as it is empty.
 * @property {(id: string) => Expansion | null} expansionOf Returns what the server makes of a stack or a group.
 */

/**
 * Ask after every change, and show the files.
 * @param {Editor} editor
 * @returns {PreviewFeature}
 */
export function connectPreview(editor) {
  const { api, model, notices, previewRequests: requests, stack, start } = editor;
  requests.read = () => ({ diagram: model.toJSON(), id: editor.autosave.id });
  const lastFile = new LastFile(api);
  const drawer = buildDrawer(editor);
  connectFiles(editor, { requests, lastFile, drawer });
  connectSecrets(editor, requests, drawer);
  stack.addEventListener('changed', () => void requests.refresh());
  requests.addEventListener('recovered', () => notices.hidePassing());
  window.addEventListener('online', () => requests.catchUp());
  if (start.id) void lastFile.load(start.id);
  return {
    requests, lastFile, drawer,
    // An empty drawing lacks everything; the canvas says what to do about it.
    get problems() { return model.isEmpty ? [] : (requests.answer?.problems ?? []); },
    expansionOf: (id) => requests.answer?.expansion?.[id] ?? null,
  };
}

/**
 * Ask about the drawing that the page came with while the editor is still being made, which takes about as long as the answer.
 * @param {import('./preview-requests.js').PreviewRequests} requests
 * @param {{ formats: readonly import('../../actions/formats.js').Format[], mainFormat: string }} known
 */
export function askEarly(requests, { formats, mainFormat }) {
  requests.files = isRoomy() ? formats.filter(({ name }) => name === mainFormat).flatMap(({ preview }) => preview ?? []) : [];
  void requests.refresh();
}

/** Whether the drawer is open at first. */
function isRoomy() {
  return window.innerHeight >= 900 && window.innerWidth > 900;
}

/** @param {Editor} editor */
function buildDrawer({ formats, storage }) {
  const root = byId('drawer');
  const handle = element('div', {
    class: 'resizer resizer-drawer', role: 'separator', 'aria-orientation': 'horizontal', tabindex: 0, 'aria-label': t('Height of the preview'),
  });
  root.append(handle);
  const drawer = new Drawer(root, { formats, copy: copyText });
  connectResizer(handle, { property: '--drawer', axis: 'y', min: 120, max: 640, initial: 260, storage });
  drawer.addEventListener('toggled', () => document.body.classList.toggle('is-drawer-open', drawer.isOpen));
  drawer.open(isRoomy());
  return drawer;
}

/**
 * Show the files of the latest answer in the drawer, with the lines marked that the last file did not have.
 * @param {Editor} editor
 * @param {{ requests: import('./preview-requests.js').PreviewRequests, lastFile: LastFile, drawer: Drawer }} parts
 */
function connectFiles(editor, { requests, lastFile, drawer }) {
  const isSecret = secretsOf(editor);
  const main = editor.formats.find(({ name }) => name === editor.mainFormat)?.preview ?? '';
  /** @type {typeof import('./changed-lines.js') | null} It comes with the first file that there is to compare with. */
  let comparing = null;
  let masked = '';
  const show = () => {
    const { answer } = requests;
    if (!answer) return;
    const hasErrors = !editor.model.isEmpty && answer.problems.some((problem) => problem.severity === 'error');
    const file = requests.reveal ? lastFile.text : masked;
    const changed = file && answer[main]?.text ? comparing?.findChangedLines(file, answer[main]) : null;
    drawer.show(answer, hasErrors, { [main]: changed ?? UNCHANGED });
  };
  requests.files = drawer.files;
  requests.addEventListener('answer', show);
  requests.addEventListener('failed', () => drawer.showStale(requests.error?.message ?? ''));
  lastFile.addEventListener('loaded', async () => {
    // Nobody asked for it: where it does not come, the preview marks nothing.
    if (lastFile.text !== null) comparing ??= await import('./changed-lines.js').catch(() => null);
    masked = comparing?.withDots(lastFile.text ?? '', isSecret) ?? '';
    show();
  });
  drawer.addEventListener('toggled', () => {
    requests.files = drawer.files;
    if (requests.files.some((file) => !requests.answer?.[file])) void requests.refresh();
    show();
  });
}

/**
 * Show and hide secrets. Random passwords are made from what is stored with the diagram: it must be saved once.
 * @param {Editor} editor
 * @param {import('./preview-requests.js').PreviewRequests} requests
 * @param {Drawer} drawer
 */
function connectSecrets(editor, requests, drawer) {
  const reveal = async () => {
    try {
      if (requests.reveal && editor.autosave.id === null) await editor.autosave.flush();
      await requests.refresh();
    } catch (error) {
      editor.notices.showError('preview', /** @type {Error} */ (error));
    }
  };
  drawer.addEventListener('reveal', (event) => {
    requests.reveal = /** @type {CustomEvent<boolean>} */ (event).detail;
    void reveal();
  });
}

/**
 * Return what tells which parameters are shown as dots; as the server does, it counts a misspelt `Password` in.
 * @param {Editor} editor
 */
function secretsOf({ catalogue }) {
  const specs = Object.values(catalogue).flatMap((protocol) => protocol.parameters);
  const names = new Set(specs.filter((spec) => spec.secret).map((spec) => spec.name));
  return (/** @type {string} */ name) => names.has(name) || name.toLowerCase().includes('pass');
}

/**
 * Copy *text* to the clipboard, also on pages without TLS, where `navigator.clipboard` is missing.
 * @param {string} text
 * @returns {Promise<void>}
 */

/**
 * @param {string} text
 * @returns {Promise<void>}
 */
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const carrier = document.createElement('textarea');
  const focused = document.activeElement;
  carrier.value = text;
  document.body.append(carrier);
  carrier.select();
  document.execCommand('copy');
  carrier.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
