import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alignItems, distributeItems } from '../../../../../frontend/static/js/model/commands/positions/align.js';
import { createDevice, emptyDiagram } from '../../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../../frontend/static/js/model/diagram-model.js';
import { after, classroomModel } from '../../../support/labs.js';

const scattered = new DiagramModel({
  ...emptyDiagram(),
  nodes: [[0, 0], [100, 50], [400, 90]].map(([x, y], place) => createDevice({ id: `n${place}`, x, y })),
});

for (const [side, axis, expected] of /** @type {[import('../../../../../frontend/static/js/model/commands/positions/align.js').Side, 'x' | 'y', number][]} */ ([
  ['left', 'x', 0],
  ['center', 'x', 200],
  ['right', 'x', 400],
  ['top', 'y', 0],
  ['middle', 'y', 45],
  ['bottom', 'y', 90],
])) {
  test(`nodes line up at their ${side}`, () => {
    const aligned = after(scattered, alignItems(scattered, ['n0', 'n1', 'n2'], side));

    assert.deepEqual([...aligned.nodes.values()].map((node) => node[axis]), [expected, expected, expected]);
  });
}

test('distributing leaves the same room between', () => {
  const even = after(scattered, distributeItems(scattered, ['n0', 'n1', 'n2'], 'x'));

  assert.deepEqual([...even.nodes.values()].map((node) => node.x), [0, 200, 400]);
  assert.deepEqual(distributeItems(scattered, ['n0', 'n1'], 'x').changes, []);
});

test('a zone that is lined up takes its content along', () => {
  const model = classroomModel();
  const aligned = after(model, alignItems(model, ['room', 'students'], 'left'));

  assert.equal(aligned.zones.get('room')?.x, -228);
  assert.equal(aligned.nodes.get('r1')?.x, -128);
});
