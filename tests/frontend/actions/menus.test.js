import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { actionsOfFormats } from '../../../frontend/static/js/actions/formats.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { actingEditor } from '../support/acting.js';

/** More formats than there are, as the server lists them. */
const FORMATS = Array.from({ length: 12 }, (_, place) => ({
  name: `made-up-${place}`, title: 'Made up', fileName: 'a', writes: [], ...(place % 2 ? { section: 'gateway' } : {}),
}));

/** Which actions have one icon, because they do one thing to different things. */
const SHARED_ICONS = {
  access: ['give-access-to', 'let-reach'],
  cable: ['connect-to', 'connect'],
  copy: ['copy', 'copy-png'],
  layers: ['layers', 'put-on-layer'],
  marquee: ['select-alike', 'select-same', 'select-several'],
  'picture-add': ['add-picture', 'replace-picture'],
  plus: ['add-here', 'palette', 'outline-add'],
  pencil: ['rename', 'outline-rename'],
  rotate: ['rotate-person', 'rotate-person-here'],
  sliders: ['properties', 'outline-properties'],
  template: ['keep-template', 'insert-template', 'templates'],
  zone: ['group', 'zone'],
};

/**
 * Return how many entries there are in each part of *menu*.
 * @param {import('../../../frontend/static/js/kit/menu.js').MenuEntry[]} menu
 */
function partsOf(menu) {
  const starts = [0, ...menu.flatMap((entry, place) => (entry?.label ? [] : [place])), menu.length];
  return starts.slice(1).map((end, place) => menu.slice(starts[place], end).filter((entry) => entry?.label).length).filter(Boolean);
}

/**
 * Return the labels of *entries*, a line as a dash, a heading with a colon.
 * @param {import('../../../frontend/static/js/kit/menu.js').MenuEntry[]} entries
 */
function labelsOf(entries) {
  return entries.map((entry) => (entry?.heading ? `${entry.heading}:` : entry?.label ?? '-'));
}

test('the menu of what is selected has what is possible with it', () => {
  const { actions, selection } = actingEditor();
  const shown = (/** @type {string[]} */ ...ids) => {
    selection.set(ids);
    return labelsOf(actions.menu('selection', { hidesDisabled: true }));
  };

  assert.deepEqual(shown('r1'), [
    'This:', 'Show properties', 'Rename', 'Cut', 'Copy', 'Duplicate', 'Select all of this kind', 'Connect and reach:', 'Connect to …',
    'Let users reach this …', 'Change the kind …', 'Arrange:', 'Move into a zone …', 'Take out of the zone', 'Group into a zone', 'Lock',
    'Keep as a template …', 'Put on a layer …', '-', 'Delete',
  ]);
  assert.deepEqual(shown('room', 'srv').filter((label) => /to …|reach|group/i.test(label) && !label.endsWith(':')), ['Group into a zone', 'Ungroup']);
  assert.deepEqual(shown('r1', 'pc').includes('Connect to …'), true);
  assert.deepEqual(shown('students').includes('Give access to …'), true);
  assert.deepEqual(shown('l1'), ['Show properties', 'Copy the style', '-', 'Put a device into this cable …', 'Add a bend', 'Move an end to another device …', '-', 'Delete']);
});

test('a menu of more than twelve entries has headings', () => {
  const { actions, ...editor } = actingEditor();
  const urls = new Proxy({}, { get: (_, name) => `/${String(name)}` });
  const all = new Actions(/** @type {any} */ ({ ...editor, urls, username: 'ada', minimap: { isShown: true }, outline: {} }), [...ACTIONS, ...actionsOfFormats(FORMATS, 'user-mapping')]);
  const names = /** @type {const} */ (['main', 'export', 'tidy', 'view', 'canvas', 'empty-canvas', 'selection', 'outline']);

  const long = names.map((name) => all.menu(name)).filter((menu) => menu.filter((entry) => entry?.label).length > 12);

  assert.ok(actions && long.length >= 3);
  for (const menu of long) {
    const lengths = partsOf(menu);
    assert.ok(lengths.length > 1 && Math.max(...lengths) <= 12, String(lengths));
    assert.ok(menu.some((entry) => entry?.heading));
  }
});

test('a picture is exported, printed and copied from one menu', () => {
  const { actions } = actingEditor();

  assert.deepEqual(labelsOf(actions.menu('export')).filter((label) => /picture|PDF/.test(label)), ['Export a picture', 'Print, or save as PDF', 'Copy as a picture (PNG)']);
});

test('every icon says one thing', () => {
  /** @type {Map<string, string[]>} */
  const users = new Map();
  for (const { name, icon } of ACTIONS) {
    const icons = typeof icon === 'string' ? [icon] : [];
    for (const each of icons) users.set(each, [...(users.get(each) ?? []), name]);
  }

  const shared = Object.fromEntries([...users].filter(([, names]) => names.length > 1));

  assert.deepEqual(shared, SHARED_ICONS);
});

test('the menu of what is locked unlocks it', () => {
  const { actions, run, selection } = actingEditor();
  selection.set(['r1']);

  run('lock');

  const [entry] = actions.menu('selection').filter((each) => each?.label === 'Unlock');
  assert.deepEqual([entry?.icon, entry?.keys], ['unlock', 'Ctrl+Shift+L']);
});

test('a menu shows which layers are switched on', () => {
  const { actions, run } = actingEditor();

  run('toggle-cables');

  const shown = [...ACTIONS].filter(({ name }) => name.startsWith('toggle-')).map(({ name }) => name);
  const menu = new Actions(/** @type {any} */ ({ ...actingEditor(), minimap: { isShown: false } }), ACTIONS).menu('view');
  assert.ok(shown.length > 0);
  assert.deepEqual(labelsOf(menu), ['Cables', 'Access', 'Names and addresses', 'Grid', '-', 'Map', '-', 'Snap to the grid', 'Wheel zooms', '-', 'Layers …']);
  assert.deepEqual(menu.filter(Boolean).map((entry) => entry?.isChecked), [true, true, true, true, false, true, false, undefined]);
  assert.equal(actions.get('toggle-cables').isChecked?.(/** @type {any} */ (actingEditor())), true);
});

test('whoever is logged in can go to the account, and whoever is not can log in', () => {
  const { actions, ...editor } = actingEditor();
  const pages = (/** @type {string | null} */ username) => {
    const urls = { new: '/new', diagrams: '/diagrams', convert: '/convert', account: '/account', login: '/login', register: '/register' };
    const menu = new Actions(/** @type {any} */ ({ ...editor, urls, username }), ACTIONS).menu('main');
    const [first, second] = menu.flatMap((entry, place) => (entry?.heading ? [place] : []));
    return menu.slice(first + 1, second).map((entry) => [entry?.label, entry?.href]);
  };

  assert.ok(actions);
  assert.deepEqual(pages(null).slice(3), [['Log in', '/login'], ['Register', '/register']]);
  assert.deepEqual(pages('ada').slice(3), [['Account of ada', '/account'], ['Log out', undefined]]);
  assert.deepEqual(pages('ada')[0], ['New diagram', '/new']);
});
