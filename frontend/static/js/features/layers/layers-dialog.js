/** The dialog with all layers: cables, access and names, and those that somebody named. */

import { button, element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { askForText } from '../../kit/dialogs/text-dialog.js';
import { putOnLayer, showLayer } from '../../model/commands/layers.js';
import { lockItems } from '../../model/commands/update.js';
import { layersOf, LONGEST_LAYER } from '../../model/layers.js';
import { list, plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} detail
 * @property {boolean} isShown
 * @property {boolean} isLocked
 * @property {(isShown: boolean) => void} show
 * @property {(isLocked: boolean) => void} lock
 * @property {() => void} [select]
 */

/** What everything of a sort is on. @type {readonly { key: 'cables' | 'access' | 'labels', name: string }[]} */
const COMMON = [
  { key: 'cables', name: t('Cables') },
  { key: 'access', name: t('Access') },
  { key: 'labels', name: t('Names and addresses') },
];

/**
 * Show the layers of the drawing, and let them be shown, hidden and locked.
 * @param {Editor} editor
 */
export function showLayers(editor) {
  const body = element('tbody', {});
  const fill = () => body.replaceChildren(...rowsOf(editor, () => dialog.close()).map((row) => rowElement(row, fill)));
  const heads = [t('Layer'), t('Shown'), t('Locked')].map((title) => element('th', { scope: 'col' }, title));
  // The rows come first: the dialog puts the focus on the first box.
  fill();
  const dialog = showDialog({
    title: t('Layers'),
    content: [
      element('p', { class: 'muted' }, t('What is locked stays where it is; cables, access and names that are locked let the pointer through. Hidden things stay in the file.')),
      element('table', { class: 'layers' }, element('thead', {}, element('tr', {}, ...heads, element('td', {}))), body),
      ...hintOf(editor),
    ],
    actions: editor.model.placedAmong(editor.selection.ids).length > 0 ? [{ label: t('Put what is selected on a layer …'), run: () => askForLayer(editor) }] : [],
  });
}

/**
 * Return what is said below the layers: where nobody has named one, how one does.
 * @param {Editor} editor
 */
function hintOf({ model }) {
  if (layersOf(model).length > 0) return [];
  return [element('p', { class: 'muted' }, t('For a layer of your own, select what is on it, and choose “Put on a layer …” in its menu.'))];
}

/**
 * Ask on which layer what is selected goes, and put it there.
 * @param {Editor} editor
 */
export function askForLayer({ model, selection, stack }) {
  const ids = model.placedAmong(selection.ids);
  if (ids.length === 0) return;
  const names = layersOf(model).map(({ name }) => name);
  askForText({
    title: t('Put on a layer'),
    label: t('Name of the layer'),
    value: model.placed(ids[0])?.layer ?? '',
    hint: names.length === 0 ? t('There is none yet.') : t('There are: {names}.', { names: list(names) }),
    verb: t('Put it there'),
    onText: (name) => stack.execute(putOnLayer(model, ids, name.slice(0, LONGEST_LAYER))),
  });
}

/**
 * @param {Editor} editor
 * @param {() => void} close
 * @returns {Row[]}
 */
function rowsOf({ model, options, selection, stack, view }, close) {
  const common = COMMON.map(({ key, name }) => ({
    name, detail: '', isShown: view.layers[key], isLocked: options.locks[key],
    show: (/** @type {boolean} */ isShown) => view.setLayers({ [key]: isShown }),
    lock: (/** @type {boolean} */ isLocked) => options.setLocks({ [key]: isLocked }),
  }));
  const named = layersOf(model).map(({ name, ids, isHidden, isLocked }) => ({
    name, isLocked, isShown: !isHidden,
    detail: plural('{count} thing', '{count} things', ids.length),
    show: (/** @type {boolean} */ isShown) => {
      stack.execute(showLayer(model, name, isShown));
      if (!isShown) selection.retain((id) => !ids.includes(id));
    },
    lock: (/** @type {boolean} */ locked) => stack.execute(lockItems(model, ids, locked)),
    select: () => {
      close();
      selection.set(ids);
    },
  }));
  return [...common, ...named];
}

/**
 * @param {Row} row
 * @param {() => void} onChange
 */
function rowElement({ name, detail, isShown, isLocked, show, lock, select }, onChange) {
  const box = (/** @type {string} */ label, /** @type {boolean} */ checked, /** @type {(value: boolean) => void} */ set) => {
    const input = element('input', { type: 'checkbox', 'aria-label': label, change: () => {
      set(input.checked);
      onChange();
      /** @type {HTMLElement | null} */ (document.querySelector(`.layers [aria-label="${CSS.escape(label)}"]`))?.focus();
    } });
    input.checked = checked;
    return element('td', {}, input);
  };
  return element('tr', {},
    element('th', { scope: 'row' }, name, detail ? element('span', { class: 'muted' }, ` ${detail}`) : null),
    box(t('Show {name}', { name }), isShown, show),
    box(t('Lock {name}', { name }), isLocked, lock),
    element('td', {}, select ? button({ label: t('Select'), title: t('Select what is on {name}', { name }), classes: 'button-small button-quiet', onClick: select }) : null));
}
