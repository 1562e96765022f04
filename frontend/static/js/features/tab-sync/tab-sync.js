/**
 * Keeps the tabs of one browser that show the same diagram in sync: a tab without changes of its own takes over what another
 * saved.
 */

import { replaceDiagram } from '../../model/commands/settings.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../storage/open-pages.js').Saved} Saved */
/** @typedef {import('../../model/diagram.js').Diagram} Diagram */

const LABEL = t('Take over what another tab has saved');

/**
 * Tell other tabs what this one saves, and follow what they do.
 * @param {import('../../context.js').Editor} editor
 */
export function connectTabSync(editor) {
  const { autosave, openPages } = editor;
  let told = autosave.revision;
  autosave.addEventListener('state', () => {
    if (autosave.id === null || autosave.revision === told) return;
    told = autosave.revision;
    openPages.tellSaved({ id: autosave.id, revision: told });
  });

  let newest = 0;
  let isBusy = false;
  const follow = async () => {
    // A tab that nobody sees waits until somebody does: the drawing may be large, and change every second.
    if (isBusy || document.hidden) return;
    isBusy = true;
    while (newest > autosave.revision && (await takeOver(editor)));
    isBusy = false;
  };
  openPages.addEventListener('saved', (event) => {
    const { id, revision } = /** @type {CustomEvent<Saved>} */ (event).detail;
    if (id !== autosave.id) return;
    newest = revision;
    void follow();
  });
  document.addEventListener('visibilitychange', () => void follow());
}

/**
 * Show what the server has, and return whether that worked. Where this tab has changes of its own they are sent instead:
 * the server refuses them, and who drew them decides.
 * @param {import('../../context.js').Editor} editor
 */
async function takeOver({ api, autosave, model, stack }) {
  const theirs = autosave.isBehind ? null : await api.loadDiagram(/** @type {string} */ (autosave.id)).catch(() => null);
  if (autosave.isBehind) autosave.saveNow();
  if (!theirs || autosave.isBehind || theirs.revision <= autosave.revision) return false;
  stack.execute(replaceDiagram(model, /** @type {Diagram} */ (theirs.diagram), LABEL));
  autosave.adopt(theirs.revision, Date.parse(theirs.updated_at));
  return true;
}
