/** Keeps everything that the server knows better up to date: problems, counts, expansions, the preview. */

import { UNCHANGED } from './marked-text.js';
import { isDeepEqual } from '../../util/deep-equal.js';

/** @typedef {import('../../wiring/panels.js').Parts} Parts */
/** @typedef {import('../../server/api.js').Problem} Problem */

/**
 * @typedef {object} Shown The panels that show what the server answers.
 * @property {import('../inspector/inspector.js').Inspector} inspector
 * @property {import('../outline/outline.js').OutlinePanel} outline
 * @property {import('../problems/problems-panel.js').ProblemsPanel} problems
 * @property {import('./drawer.js').Drawer} drawer
 * @property {import('../status-bar/status-bar.js').StatusBar} status
 */

/**
 * Ask after every change, and show the answers.
 * @param {Parts} parts
 * @param {Shown} shown
 */
export function connectPreview({ preview, autosave, desk, canvas, notices, lastFile }, { inspector, outline, problems, drawer, status }) {
  const isSecret = secretsOf(desk);
  /** @type {typeof import('./changed-lines.js') | null} It comes with the first file that there is to compare with. */
  let comparing = null;
  let masked = '';
  /** @type {[string, 'error' | 'warning'][]} The marks that are shown; to paint the same again costs as much as the change itself. */
  let shown = [];
  const showFiles = () => {
    const { answer } = preview;
    if (!answer) return;
    const hasErrors = !desk.model.isEmpty && answer.problems.some((problem) => problem.severity === 'error');
    const file = preview.reveal ? lastFile.text : masked;
    const changed = file && answer.xml?.text ? comparing?.findChangedLines(file, answer.xml) : null;
    drawer.show(answer, hasErrors, changed ?? UNCHANGED);
  };
  preview.files = drawer.files;
  desk.stack.addEventListener('changed', () => void preview.refresh());
  lastFile.addEventListener('loaded', async () => {
    // Nobody asked for it: where it does not come, the preview marks nothing.
    if (lastFile.text !== null) comparing ??= await import('./changed-lines.js').catch(() => null);
    masked = comparing?.withDots(lastFile.text ?? '', isSecret) ?? '';
    showFiles();
  });
  drawer.addEventListener('toggled', () => {
    preview.files = drawer.files;
    if (preview.files.some((file) => !preview.answer?.[file])) void preview.refresh();
    showFiles();
  });
  if (autosave.id) void lastFile.load(autosave.id);
  preview.addEventListener('answer', () => {
    const { answer } = preview;
    if (!answer) return;
    // An empty drawing lacks everything; the canvas says what to do about it.
    const found = desk.model.isEmpty ? [] : answer.problems;
    const marks = worstOf(found);
    inspector.update();
    if (!isDeepEqual([...marks], shown)) {
      shown = [...marks];
      outline.mark(marks);
      canvas.view.setProblems(marks);
    }
    problems.show(found);
    showFiles();
    status.showSummary(answer.summary);
    status.showProblems(found);
  });
  preview.addEventListener('failed', () => drawer.showStale(preview.error?.message ?? ''));
  drawer.addEventListener('reveal', (event) => {
    preview.reveal = /** @type {CustomEvent<boolean>} */ (event).detail;
    void reveal();
  });

  /** Random passwords are made from what is stored with the diagram: it must be saved once. */
  async function reveal() {
    try {
      if (preview.reveal && autosave.id === null) await autosave.flush();
      await preview.refresh();
    } catch (error) {
      notices.show('preview', { kind: 'error', text: /** @type {Error} */ (error).message });
    }
  }
}

/**
 * Return what tells which parameters are shown as dots; as the server does, it counts a misspelt `Password` in.
 * @param {import('../../gestures/desk.js').Desk} desk
 */
function secretsOf({ catalogue }) {
  const specs = Object.values(catalogue).flatMap((protocol) => protocol.parameters);
  const names = new Set(specs.filter((spec) => spec.secret).map((spec) => spec.name));
  return (/** @type {string} */ name) => names.has(name) || name.toLowerCase().includes('pass');
}

/**
 * Return the worst severity for each item that *problems* name.
 * @param {readonly Problem[]} problems
 * @returns {Map<string, 'error' | 'warning'>}
 */
function worstOf(problems) {
  /** @type {Map<string, 'error' | 'warning'>} */
  const worst = new Map();
  for (const { item, severity } of problems) {
    if (item && worst.get(item) !== 'error') worst.set(item, severity);
  }
  return worst;
}
