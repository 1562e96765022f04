/** Builds the element of one row of the outline. */

import { element, icon } from '../../kit/dom.js';
import { t } from '../../util/text.js';

/** @typedef {import('./outline-rows.js').OutlineRow} OutlineRow */

const INDENT = 14;

/**
 * Return the element of *row*.
 * @param {OutlineRow} row
 * @param {object} options
 * @param {number} options.index Its place in the outline, from 0.
 * @param {number} options.height In pixels.
 * @param {Element} options.picture
 * @param {'error' | 'warning'} [options.mark]
 * @param {boolean} options.isSelected
 * @param {boolean} options.isActive Whether the keys work on it.
 * @returns {HTMLElement}
 */
export function buildRow(row, { index, height, picture, mark, isSelected, isActive }) {
  const canOpen = row.isOpen !== null;
  const made = element('div', {
    role: 'treeitem', id: `outline-${index}`, class: isActive ? 'outline-row is-active' : 'outline-row',
    'aria-level': row.level, 'aria-posinset': row.place, 'aria-setsize': row.siblings,
    'aria-expanded': canOpen ? String(row.isOpen) : null,
    'aria-selected': String(isSelected),
  },
    element('span', { class: canOpen ? 'outline-twist is-twisty' : 'outline-twist' }, canOpen ? icon('chevron-right') : null),
    picture,
    element('span', { class: 'outline-text', title: [row.label, row.detail].filter(Boolean).join(' · ') },
      element('span', { class: 'outline-label' }, row.label),
      row.detail ? element('span', { class: 'outline-detail muted' }, row.detail) : null),
    mark ? element('span', { class: `dot dot-${mark}` }, element('span', { class: 'visually-hidden' }, mark === 'error' ? t('error') : t('warning'))) : null,
    // For fingers and the mouse; keys and screen readers open the menu from the row itself.
    element('span', { class: 'outline-more', title: t('What can be done'), 'aria-hidden': 'true' }, icon('more')));
  Object.assign(made.style, { top: `${index * height}px`, height: `${height}px`, paddingLeft: `${4 + (row.level - 1) * INDENT}px` });
  return made;
}
