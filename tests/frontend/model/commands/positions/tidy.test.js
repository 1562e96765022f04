import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../../frontend/static/js/model/command-stack.js';
import { applyArrangement } from '../../../../../frontend/static/js/model/commands/positions/tidy.js';
import { DiagramModel } from '../../../../../frontend/static/js/model/diagram-model.js';
import { createDevice, createShape, createZone, emptyDiagram } from '../../../../../frontend/static/js/model/diagram.js';

function build() {
  const model = new DiagramModel({
    ...emptyDiagram(),
    nodes: [
      createDevice({ id: 'a', label: 'A', zone: 'z' }),
      createShape({ id: 's', width: 100, height: 100 }),
      createDevice({ id: 'b', label: 'B', x: 10, y: 10, locked: true }),
    ],
    zones: [createZone({ id: 'z', x: 0, y: 0, width: 100, height: 100 })],
  });
  return { model, stack: new CommandStack(model) };
}

const ARRANGEMENT = {
  nodes: { a: { x: 500, y: 600 }, b: { x: 1, y: 1 }, gone: { x: 0, y: 0 } },
  zones: { z: { x: 400, y: 500, width: 300, height: 200 } },
  shapes: { s: { x: 450, y: 550, width: 200, height: 90 } },
};

test('everything goes to its place in one step and stays in its zone', () => {
  const { model, stack } = build();

  stack.execute(applyArrangement(model, ARRANGEMENT));

  assert.deepEqual([model.nodes.get('a')?.x, model.nodes.get('a')?.y, model.nodes.get('a')?.zone], [500, 600, 'z']);
  assert.deepEqual([model.zones.get('z')?.x, model.zones.get('z')?.width], [400, 300]);
  const shape = model.nodes.get('s');
  assert.deepEqual(shape?.type === 'shape' && [shape.x, shape.y, shape.width, shape.height], [450, 550, 200, 90]);
  assert.equal(stack.undoLabel, 'Tidy up');
});

test('what is locked and what is gone by then is left alone', () => {
  const { model, stack } = build();

  stack.execute(applyArrangement(model, ARRANGEMENT));

  assert.deepEqual([model.nodes.get('b')?.x, model.nodes.get('b')?.y], [10, 10]);
});

test('undo takes everything back', () => {
  const { model, stack } = build();
  const before = JSON.stringify(model);

  stack.execute(applyArrangement(model, ARRANGEMENT));
  stack.undo();

  assert.equal(JSON.stringify(model), before);
});
