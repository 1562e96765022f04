import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { actionsOfFormats } from '../../../frontend/static/js/actions/formats.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { TabNavigation } from '../../../frontend/static/js/gestures/tab-navigation.js';
import { Toolbox } from '../../../frontend/static/js/gestures/tools/toolbox.js';
import { classroomEditor } from '../support/editor.js';

/** More formats than there are, as the server lists them. */
const FORMATS = Array.from({ length: 12 }, (_, place) => ({
  name: `made-up-${place}`, title: 'Made up', fileName: 'a', writes: [], ...(place % 2 ? { section: 'gateway' } : {}),
}));

/** Which actions have one icon, because they do one thing to different things. */
const SHARED_ICONS = {
  access: ['give-access-to', 'let-reach'],
  cable: ['connect-to', 'connect'],
  grid: ['tidy-tiers', 'tidy-force', 'tidy-grid'],
  marquee: ['select-alike', 'select-same'],
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

function acting() {
  const { editor, heard, announced } = classroomEditor();
  const done = /** @type {string[]} */ ([]);
  editor.clipboard = /** @type {any} */ ({
    isFilled: true,
    copy: () => done.push('copy'),
    cut: () => done.push('cut'),
    paste: () => done.push('paste'),
    duplicate: () => done.push('duplicate'),
  });
  const toolbox = new Toolbox(editor);
  Object.assign(editor.canvas, { toolbox, navigation: new TabNavigation(editor) });
  const actions = new Actions(editor, ACTIONS);
  const run = (/** @type {string} */ name) => actions.run(name);
  const isEnabled = (/** @type {string} */ name) => actions.isEnabled(actions.get(name));
  return { ...editor, heard, announced, done, toolbox, actions, run, isEnabled };
}

/**
 * Return the labels of *entries*, a line as a dash, a heading with a colon.
 * @param {import('../../../frontend/static/js/kit/menu.js').MenuEntry[]} entries
 */
function labelsOf(entries) {
  return entries.map((entry) => (entry?.heading ? `${entry.heading}:` : entry?.label ?? '-'));
}

test('every action does something or goes somewhere', () => {
  const idle = ACTIONS.filter(({ run, href }) => (run === undefined) === (href === undefined));

  assert.deepEqual(idle, []);
});

test('what is not possible is not done', () => {
  const { run, stack } = acting();

  run('delete');

  assert.equal(stack.canUndo, false);
});

test('the menu of what is selected has what is possible with it', () => {
  const { actions, selection } = acting();
  const shown = (/** @type {string[]} */ ...ids) => {
    selection.set(ids);
    return labelsOf(actions.menu('selection', { hidesDisabled: true }));
  };

  assert.deepEqual(shown('r1'), [
    'This:', 'Show properties', 'Rename', 'Cut', 'Copy', 'Duplicate', 'Select all of this kind', 'Connect and reach:', 'Connect to …',
    'Let users reach this …', 'Change the kind …', 'Arrange:', 'Move into a zone …', 'Take out of the zone', 'Group into a zone', 'Lock',
    'Keep as a template …', '-', 'Delete',
  ]);
  assert.deepEqual(shown('room', 'srv').filter((label) => /to …|reach|group/i.test(label)), ['Group into a zone', 'Ungroup']);
  assert.deepEqual(shown('r1', 'pc').includes('Connect to …'), true);
  assert.deepEqual(shown('students').includes('Give access to …'), true);
  assert.deepEqual(shown('l1'), ['Show properties', '-', 'Put a device into this cable …', '-', 'Delete']);
});

test('a menu of more than twelve entries has headings', () => {
  const { actions, ...editor } = acting();
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
  const { actions, run, selection } = acting();
  selection.set(['r1']);

  run('lock');

  const [entry] = actions.menu('selection').filter((each) => each?.label === 'Unlock');
  assert.deepEqual([entry?.icon, entry?.keys], ['unlock', 'Ctrl+Shift+L']);
});

test('a menu shows which layers are switched on', () => {
  const { actions, run } = acting();

  run('toggle-cables');

  const shown = [...ACTIONS].filter(({ name }) => name.startsWith('toggle-')).map(({ name }) => name);
  const menu = new Actions(/** @type {any} */ ({ ...acting(), minimap: { isShown: false } }), ACTIONS).menu('view');
  assert.ok(shown.length > 0);
  assert.deepEqual(labelsOf(menu), ['Cables', 'Access', 'Names and addresses', 'Grid', '-', 'Map', '-', 'Snap to the grid', 'Wheel zooms']);
  assert.deepEqual(menu.filter(Boolean).map((entry) => entry?.isChecked), [true, true, true, true, false, true, false]);
  assert.equal(actions.get('toggle-cables').isChecked?.(/** @type {any} */ (acting())), true);
});

test('whoever is logged in can go to the account, and whoever is not can log in', () => {
  const { actions, ...editor } = acting();
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

test('the command palette says what undo and redo would do', () => {
  const { actions, run, selection } = acting();
  const label = (/** @type {string} */ name) => actions.listed().find(({ action }) => action.name === name)?.label;
  selection.set(['srv']);

  run('delete');
  assert.deepEqual([label('undo'), label('redo')], ['Undo: Delete SRV1', undefined]);
  run('undo');

  assert.equal(label('redo'), 'Redo: Delete SRV1');
});

test('a burst of arrows is one step of undo', () => {
  const { run, selection, model, stack } = acting();
  selection.set(['srv']);

  for (const way of ['right', 'right', 'down', 'far-left']) run(`nudge-${way}`);

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [600 + 32 - 80, 316]);
  stack.undo();
  assert.deepEqual([model.nodes.get('srv')?.x, stack.canUndo], [600, false]);
});

test('without snapping arrows move by one unit, with Shift by five', () => {
  const { run, selection, model } = acting();
  selection.set(['srv']);

  run('toggle-snap');
  run('nudge-right');
  run('nudge-far-down');

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [601, 305]);
});

test('the next and the previous thing are selected, told and brought into view, and after the last one there is none', () => {
  const { run, isEnabled, selection, announced, viewport } = acting();
  const seen = [];
  viewport.panBy(-5000, 0);

  while (isEnabled('next')) {
    run('next');
    seen.push(selection.only);
  }
  run('previous');

  assert.deepEqual(seen, ['students', 'room', 'pod', 'r1', 'pc', 'lan', 'trainers', 'srv', 'note']);
  assert.deepEqual([selection.only, announced[2], announced.at(-1)], ['srv', 'Pod, Pod, in Room, 3 of 9', 'SRV1, Server, 8 of 9']);
  assert.ok(viewport.box.x < 600 && viewport.box.x + viewport.box.width > 600);
});

test('a cable that is selected is no dead end', () => {
  const { run, selection } = acting();
  run('next');
  selection.set(['l1']);

  run('next');

  assert.equal(selection.only, 'room');
});

test('after Escape there is no next thing, until something is selected', () => {
  const { run, isEnabled, selection } = acting();

  run('escape');
  assert.deepEqual([isEnabled('next'), isEnabled('previous')], [false, false]);
  selection.set(['r1']);

  assert.equal(isEnabled('next'), true);
});

test('a digit takes a device kind in hand', () => {
  const { run, toolbox } = acting();

  run('place-firewall');

  assert.equal(toolbox.armed, 'firewall');
});

test('home shows the drawing at 100 %', () => {
  const { run, viewport } = acting();
  viewport.zoomAt({ x: 0, y: 0 }, 3);
  viewport.panBy(9000, 0);

  run('home');

  assert.deepEqual([viewport.zoom, viewport.middle], [1, { x: 200, y: 186 }]);
});

test('arrows without a selection move the view', () => {
  const { run, viewport, stack } = acting();

  run('nudge-right');

  assert.deepEqual([viewport.offset.x, stack.canUndo], [-32, false]);
});

test('what is selected can be deleted, grouped, locked and lined up', () => {
  const { run, isEnabled, selection, model, stack } = acting();
  assert.equal(isEnabled('delete'), false);
  assert.equal(isEnabled('align-left'), false);
  selection.set(['lan', 'srv']);

  run('align-left');
  run('lock');
  run('group');
  const zone = selection.only ?? '';
  assert.deepEqual([model.nodes.get('srv')?.zone, model.nodes.get('srv')?.locked], [zone, true]);
  run('ungroup');
  assert.equal(model.nodes.get('srv')?.zone, null);
  selection.set(['lan', 'srv']);
  run('delete');

  assert.equal(model.nodes.size, 5);
  assert.equal(stack.undoLabel, 'Delete 2 items');
});

test('rename needs exactly one node or zone', () => {
  const { run, isEnabled, selection, heard } = acting();
  selection.set(['l1']);
  assert.equal(isEnabled('rename'), false);
  selection.set(['r1']);

  run('rename');
  run('properties');

  assert.deepEqual(heard, ['rename r1', 'properties']);
});

test('the menu opens beside what is selected', () => {
  const { run, selection, heard } = acting();
  selection.set(['srv']);

  run('menu');

  assert.deepEqual(heard, [`menu at ${628 + 100},${272 + 50}`]);
});

test('everything fits on the screen, and so does the selection', () => {
  const { run, viewport, selection, isEnabled } = acting();

  run('fit-all');
  const shown = viewport.box;
  assert.ok(shown.x < -228 && shown.x + shown.width > 628);
  assert.equal(isEnabled('fit-selection'), false);
  selection.set(['r1']);
  run('fit-selection');

  assert.equal(viewport.zoom, 1.5);
});

test('layers are switched', () => {
  const { run, view } = acting();

  run('toggle-cables');

  assert.deepEqual([view.layers.cables, view.layers.access], [false, true]);
});

test('all and nothing can be selected', () => {
  const { run, selection } = acting();

  run('select-all');
  assert.equal(selection.size, 14);
  run('select-none');

  assert.equal(selection.size, 0);
});

test('the clipboard does what its name says', () => {
  const { run, done, selection } = acting();
  selection.set(['r1']);

  for (const name of ['copy', 'cut', 'paste', 'duplicate']) run(name);

  assert.deepEqual(done, ['copy', 'cut', 'paste', 'duplicate']);
});
