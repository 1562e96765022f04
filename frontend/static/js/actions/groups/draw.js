/** Actions that take a tool in hand, and add things. */

import { KINDS_WITH_KEYS, nounOfKind, PLACED_KINDS, titleOfKind, wordsOfKind } from '../../model/kinds.js';
import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */
/** @typedef {import('../../model/kinds.js').PlacedKind} PlacedKind */

/** @type {readonly Action[]} */
export const DRAWING = [
  {
    name: 'select-tool', label: t('Select and move'), short: t('Select'), icon: 'cursor', group: 'Draw', keys: ['V'], scope: 'canvas',
    tool: 'select', menus: { tools: 10 },
    run: ({ canvas }) => canvas.toolbox.select(),
  },
  {
    name: 'select-several', label: t('Select several, one after the other'), short: t('Select several'), icon: 'marquee', group: 'Draw', words: 'multiple more touch finger',
    hint: t('Tap or click the things to select, or drag a box around them'),
    tool: 'select-several', isForTouch: true, menus: { tools: 10.5, canvas: 12.3 },
    isEnabled: ({ model }) => !model.isEmpty,
    run: ({ canvas }) => canvas.toolbox.selectSeveral(),
  },
  {
    name: 'connect', label: t('Connect, click by click'), short: t('Connect'), icon: 'cable', group: 'Draw', keys: ['L', 'C'], scope: 'canvas',
    hint: t('Click both ends: cables between devices, access from users'),
    tool: 'connect', menus: { tools: 11 },
    run: ({ canvas }) => canvas.toolbox.connect(),
  },
  {
    name: 'access', label: t('Give access, click by click'), group: 'Draw', keys: ['A'], scope: 'canvas',
    run: ({ canvas }) => canvas.toolbox.connect(true),
  },
  {
    name: 'zone', label: t('Draw a zone'), short: t('Zone'), icon: 'zone', group: 'Draw', keys: ['Z'], scope: 'canvas',
    hint: t('Draw a box around devices'),
    tool: 'zone', menus: { tools: 12 },
    run: ({ canvas }) => canvas.toolbox.arm('zone'),
  },
  {
    name: 'add-here', label: t('Add something here …'), icon: 'plus', isUnlisted: true, menus: { canvas: 10, 'empty-canvas': 10 },
    run: ({ canvas, menus }) => void canvas.askWhatToAddAt(menus.point),
  },
];

/** What comes last in lists: one action a kind of thing. @type {readonly Action[]} */
export const ADDING = [...KINDS_WITH_KEYS.map(placing), ...PLACED_KINDS.map(adding)];

/**
 * Return the action that lets the next click place *kind*.
 * @param {PlacedKind} kind
 * @param {number} index
 * @returns {Action}
 */
function placing(kind, index) {
  return {
    name: `place-${kind}`, label: titleOfKind(kind), group: 'Place', keys: [String(index + 1)], scope: 'canvas', isUnlisted: true,
    run: ({ canvas }) => canvas.toolbox.arm(kind),
  };
}

/**
 * Return the action that places *kind* in the first free spot.
 * @param {PlacedKind} kind
 * @returns {Action}
 */
function adding(kind) {
  return {
    name: `add-${kind}`, label: t('Add {name}', { name: nounOfKind(kind) }), words: wordsOfKind(kind), picture: kind,
    run: ({ canvas }) => void canvas.add(kind),
  };
}
