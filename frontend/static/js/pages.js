/**
 * Progressive enhancement of the pages around the editor: relative times with the exact time on hover, and focus for forms that
 * replace their button.
 */

import { describeTime, exactTime } from './util/times.js';

for (const shown of document.querySelectorAll('time[data-local]')) {
  const time = Date.parse(shown.getAttribute('datetime') ?? '');
  shown.textContent = describeTime(time, Date.now());
  shown.setAttribute('title', exactTime(time));
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
