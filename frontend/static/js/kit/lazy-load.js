/**
 * Loads modules when they are first needed, because the first visit has a size limit (docs/decisions/0013). Shows a notice
 * while that takes long, and another when it fails.
 */

import { t } from '../util/text.js';
import { holdKeys } from './held-keys.js';

/** @typedef {import('./notices.js').Notices} Notices */

/** @typedef {ReturnType<typeof createLazyLoad>} LazyLoad */

const SUBJECT = 'lazy-load';
/** How many milliseconds somebody waits before anything is said about it. */
const PATIENCE = 400;
const FAILED = t('This part of Labmapper could not be loaded: check the network and try again, or reload the page.');

/** @type {Promise<unknown> | null} */
let dressing = null;

/**
 * Return a function that makes actions of lazily loaded parts; *notices* say when loading takes long, or fails.
 * @param {Notices} notices
 */
export function createLazyLoad(notices) {
  const wait = { late: 0 };
  /**
   * Return an action that has its part loaded by *load* and then does *act* with it. Asked again before that is done, it
   * does nothing: whoever presses twice gets it once.
   * @template Part
   * @template {unknown[]} Given
   * @param {() => Promise<Part>} load
   * @param {(part: Part, ...given: Given) => void | Promise<void>} act
   * @param {{ isTypedIn?: boolean }} [options] Whether *act* opens a dialog that one types in: what is typed meanwhile is for it.
   * @returns {(...given: Given) => Promise<void>}
   */
  return (load, act, { isTypedIn = false } = {}) => {
    let isBusy = false;
    const run = async (/** @type {Given} */ ...given) => {
      if (isBusy) return;
      isBusy = true;
      const release = isTypedIn ? holdKeys() : undefined;
      try {
        const part = await loadPart(notices, wait, load, () => void run(...given));
        if (part) await act(part, ...given);
      } finally {
        release?.();
        isBusy = false;
      }
    };
    return run;
  };
}

/** Load the style sheet of lazily loaded parts, once, before the first of them is shown. */
export function loadLazyStyles() {
  return (dressing ??= new Promise((resolve, reject) => {
    const link = document.createElement('link');
    const fail = () => {
      link.remove();
      dressing = null;
      reject(new Error('The style sheet of lazily loaded parts could not be loaded.'));
    };
    link.rel = 'stylesheet';
    link.href = new URL('../../css/lazy.css', import.meta.url).href;
    link.addEventListener('load', () => resolve(link));
    link.addEventListener('error', fail);
    document.head.append(link);
  }));
}

/**
 * Return what *load* gives; where that fails, say so, offer to try *again*, and return null.
 * @template Part
 * @param {Notices} notices
 * @param {{ late: number }} wait How many parts take long; the notice stays until the last of them has come.
 * @param {() => Promise<Part>} load
 * @param {() => void} again
 */
async function loadPart(notices, wait, load, again) {
  // 1 once it takes long.
  let late = 0;
  const waiting = setTimeout(() => {
    late = 1;
    wait.late += 1;
    notices.show(SUBJECT, { text: t('Loading …') });
  }, PATIENCE);
  try {
    const [part] = await Promise.all([load(), loadLazyStyles()]);
    if (wait.late === late) notices.hide(SUBJECT);
    return part;
  } catch {
    // Some browsers remember that a module did not come, and after an update of the server its address is gone.
    const actions = [{ label: t('Try again'), run: again }, { label: t('Reload the page'), run: () => location.reload() }];
    notices.show(SUBJECT, { kind: 'error', text: FAILED, actions, isPassing: true });
    return null;
  } finally {
    clearTimeout(waiting);
    wait.late -= late;
  }
}
