import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

import { CommandStack } from '../../../frontend/static/js/model/command-stack.js';
import { moveItems } from '../../../frontend/static/js/model/commands/positions/move.js';
import { setTitle } from '../../../frontend/static/js/model/commands/settings.js';
import { renameItem } from '../../../frontend/static/js/model/commands/update.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { seededRandom } from '../support/random.js';
import { assertSound } from '../support/check-diagram.js';
import { classroomModel, saved } from '../support/labs.js';
import { randomCommands } from '../support/random-commands.js';

test('undo takes back exactly what execute did, and redo makes it again', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);
  const before = saved(model);

  stack.execute(moveItems(model, ['r1'], { x: 500, y: 0 }));
  const moved = saved(model);

  assert.notDeepEqual(moved, before);
  stack.undo();
  assert.deepEqual(saved(model), before);
  stack.redo();
  assert.deepEqual(saved(model), moved);
});

const COMMANDS = new URL('../../../frontend/static/js/model/commands/', import.meta.url);
/** What the modules of commands share among each other; everything else that they export makes a command. */
const HELPERS = ['defaultsOf', 'findMovers', 'regroupAfter'];

/** Return the names of all functions that make commands. */
async function listFactories() {
  const modules = await Promise.all(readdirSync(COMMANDS, { recursive: true }).filter((file) => String(file).endsWith('.js')).map((file) => import(new URL(String(file), COMMANDS).href)));
  return modules.flatMap((module) => Object.keys(module)).filter((name) => !HELPERS.includes(name));
}

test('10,000 random commands of every sort with undo and redo leave the model as it was', async () => {
  const model = classroomModel();
  const stack = new CommandStack(model);
  const random = seededRandom(20_261_121);
  /** @type {Set<string>} */
  const effective = new Set();
  const next = randomCommands(model, random, effective);
  const before = saved(model);

  for (let done = 0; done < 10_000; done++) {
    stack.execute(next());
    while (random() < 0.3 && stack.canUndo) stack.undo();
    while (random() < 0.3 && stack.canRedo) stack.redo();
    if (done % 250 === 0) assertSound(saved(model));
  }
  const end = saved(model);
  let steps = 0;
  for (; stack.canUndo; steps++) stack.undo();

  assert.deepEqual([...effective].sort(), (await listFactories()).sort());
  assert.ok(steps > 1000);
  assert.deepEqual(saved(model), before);
  for (; steps > 0; steps--) stack.redo();
  assert.deepEqual(saved(model), end);
});

test('every random command is undone exactly and leaves a sound diagram', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);
  const next = randomCommands(model, seededRandom(4));

  for (let done = 0; done < 1500; done++) {
    const before = saved(model);
    const command = next();
    stack.execute(command);
    const executed = saved(model);
    assertSound(executed);
    if (command.changes.length === 0) continue;

    stack.undo();
    assert.deepEqual(saved(model), before, command.label);
    stack.redo();
    assert.deepEqual(saved(model), executed, command.label);
    assert.deepEqual(saved(new DiagramModel(executed)), executed);
  }
});

test('a command while another one is being made is refused', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);
  /** @type {unknown} */
  let thrown = null;
  stack.addEventListener('changed', () => {
    try {
      stack.execute(setTitle(model, 'Nested'));
    } catch (error) {
      thrown = error;
    }
  });

  stack.execute(setTitle(model, 'Outer'));

  assert.match(String(thrown), /may not be executed while another one is being made/);
  assert.equal(model.title, 'Outer');
});

test('a command without changes is not remembered', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);

  stack.execute(renameItem(model, 'r1', 'R1'));

  assert.equal(stack.canUndo, false);
});

test('commands with one merge key become one step', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);

  for (const label of ['C', 'Co', 'Cor', 'Core']) stack.execute(renameItem(model, 'r1', label, { mergeKey: 'r1 label' }));
  assert.equal(model.nodes.get('r1')?.label, 'Core');
  stack.undo();

  assert.equal(model.nodes.get('r1')?.label, 'R1');
  assert.equal(stack.canUndo, false);
});

test('a seal, another key, an undo and a long pause each begin a new step', () => {
  const model = classroomModel();
  let now = 0;
  const stack = new CommandStack(model, () => now);
  const type = (/** @type {string} */ label, mergeKey = 'r1 label') => stack.execute(renameItem(model, 'r1', label, { mergeKey }));
  const steps = () => {
    let count = 0;
    for (; stack.canUndo; count++) stack.undo();
    return count;
  };

  type('A');
  stack.seal();
  type('B');
  assert.equal(steps(), 2);

  type('A');
  type('B', 'other key');
  assert.equal(steps(), 2);

  type('A');
  now += 1001;
  type('B');
  assert.equal(steps(), 2);
});

test('the event names what changed, and the labels name the steps', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);
  /** @type {Set<string>[]} */
  const heard = [];
  stack.addEventListener('changed', (event) => heard.push(/** @type {CustomEvent} */ (event).detail));

  stack.execute(renameItem(model, 'srv', 'Files'));
  stack.execute(setTitle(model, 'Friday'));
  assert.deepEqual(heard, [new Set(['srv']), new Set(['title'])]);
  assert.equal(stack.undoLabel, 'Rename the diagram');
  stack.undo();

  assert.equal(stack.undoLabel, 'Rename SRV1');
  assert.equal(stack.redoLabel, 'Rename the diagram');
  assert.equal(heard.length, 3);
});

test('a new command forgets what was undone', () => {
  const model = classroomModel();
  const stack = new CommandStack(model);
  stack.execute(setTitle(model, 'One'));
  stack.undo();

  stack.execute(setTitle(model, 'Two'));

  assert.equal(stack.canRedo, false);
  stack.redo();
  assert.equal(model.title, 'Two');
});
