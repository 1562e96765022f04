/** The tools over the canvas: which of them is in hand, and to take another. */

import { button } from '../../kit/dom.js';

/** @typedef {{ name: string, label: string, icon: string, title: string, take: () => void }} ToolButton */

/**
 * Fill *root* with *tools*, and return a function that marks the one in hand.
 * @param {HTMLElement} root
 * @param {readonly ToolButton[]} tools
 * @returns {(name: string) => void}
 */
export function fillToolBar(root, tools) {
  const buttons = new Map(tools.map(({ name, label, icon, title, take }) =>
    [name, button({ label, icon, title, look: 'button-quiet button-small', onClick: take })]));
  root.append(...buttons.values());
  return (name) => {
    for (const [each, made] of buttons) made.setAttribute('aria-pressed', String(each === name));
  };
}
