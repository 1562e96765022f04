/**
 * Progressive enhancement of the pages around the editor: relative times with the exact time on hover, what changed in each
 * version, and focus for forms that replace their button.
 */

import { whenInSight } from './kit/in-sight.js';
import { summarizeChanges } from './util/change-summary.js';
import { describeTime, exactTime } from './util/times.js';

for (const shown of document.querySelectorAll('time[data-local]')) {
  const time = Date.parse(shown.getAttribute('datetime') ?? '');
  shown.textContent = describeTime(time, Date.now());
  shown.setAttribute('title', exactTime(time));
}

for (const shown of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-changes]'))) {
  whenInSight(shown, async () => {
    const answer = await fetch(shown.dataset.changes ?? '');
    if (answer.ok) shown.textContent = summarizeChanges((await answer.json()).changes);
  });
}

for (const step of document.querySelectorAll('details.instead')) {
  const focus = () => {
    const isOpen = /** @type {HTMLDetailsElement} */ (step).open;
    /** @type {HTMLElement | null} */ (step.querySelector(isOpen ? 'input:not([type="hidden"]), button' : 'summary'))?.focus();
  };
  step.addEventListener('toggle', focus);
  // Somebody may have been quicker than this script.
  if (/** @type {HTMLDetailsElement} */ (step).open) focus();
  step.addEventListener('keydown', (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === 'Escape') /** @type {HTMLDetailsElement} */ (step).open = false;
  });
}
