import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createZone, emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { shownTitle } from '../../../frontend/static/js/model/shown-title.js';

/** @type {[string, string[], string[], string][]} As in tests/core/drawing/test_shown_title.py. */
const CASES = [
  ['Network basics', ['R1'], [], 'Network basics'],
  ['Untitled lab', [], [], 'Untitled lab'],
  ['Untitled lab', ['R1', ' ', 'R1', 'SW1'], [], 'R1, SW1'],
  ['Untitled lab', ['R1', 'SW1', 'PC1', 'PC2'], ['Zone 1'], 'R1, SW1, PC1 …'],
  ['Untitled lab', ['R1'], ['Campus', 'Branch  office'], 'Campus, Branch office'],
  ['Untitled lab', ['x'.repeat(50)], [], 'x'.repeat(40)],
];

test('a diagram that nobody named is called by what it holds', () => {
  for (const [title, devices, zones, shown] of CASES) {
    const diagram = {
      ...emptyDiagram(), title,
      nodes: devices.map((label, place) => createDevice({ id: `n${place}`, label })),
      zones: zones.map((label, place) => createZone({ id: `z${place}`, label })),
    };

    assert.deepEqual([shownTitle(diagram), shownTitle(new DiagramModel(diagram))], [shown, shown]);
  }
});
