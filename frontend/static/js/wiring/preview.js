/** Keeps everything that the server knows better up to date: problems, counts, expansions, the preview. */

/** @typedef {import('./panels.js').Parts} Parts */
/** @typedef {import('../io/api.js').Problem} Problem */

/**
 * @typedef {object} Shown The panels that show what the server answers.
 * @property {import('../panels/inspector/inspector.js').Inspector} inspector
 * @property {import('../panels/outline.js').Outline} outline
 * @property {import('../panels/problems-panel.js').ProblemsPanel} problems
 * @property {import('../panels/drawer.js').Drawer} drawer
 * @property {import('../panels/status-bar.js').StatusBar} status
 */

/**
 * Ask after every change, and show the answers.
 * @param {Parts} parts
 * @param {Shown} shown
 */
export function connectPreview({ preview, autosave, desk, canvas, notices }, { inspector, outline, problems, drawer, status }) {
  desk.stack.addEventListener('changed', () => preview.touch());
  preview.addEventListener('answer', () => {
    const { answer } = preview;
    if (!answer) return;
    // An empty drawing lacks everything; the canvas says what to do about it.
    const found = desk.model.isEmpty ? [] : answer.problems;
    const hasErrors = found.some((problem) => problem.severity === 'error');
    const marks = worstOf(found);
    inspector.update();
    outline.mark(marks);
    canvas.view.setProblems(marks);
    problems.show(found);
    drawer.show(answer, hasErrors);
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
 * Return the worst severity for each item that *problems* name.
 * @param {readonly Problem[]} problems
 * @returns {Map<string, 'error' | 'warning'>}
 */
export function worstOf(problems) {
  /** @type {Map<string, 'error' | 'warning'>} */
  const worst = new Map();
  for (const { item, severity } of problems) {
    if (item && worst.get(item) !== 'error') worst.set(item, severity);
  }
  return worst;
}
