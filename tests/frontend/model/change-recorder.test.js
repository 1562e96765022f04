import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createNetwork } from '../../../frontend/static/js/model/diagram.js';
import { ChangeRecorder } from '../../../frontend/static/js/model/change-recorder.js';
import { classroomModel } from '../support/labs.js';

test('a recorder reads as if it were done', () => {
  const model = classroomModel();
  const recorder = new ChangeRecorder(model);

  recorder.update('r1', { label: 'Core' });
  recorder.remove('srv');

  assert.equal(/** @type {any} */ (recorder.item('r1')).label, 'Core');
  assert.equal(recorder.item('srv'), null);
  assert.equal(model.nodes.get('r1')?.label, 'R1');
});

test('an id may not be added twice, and what is not there cannot be changed', () => {
  const recorder = new ChangeRecorder(classroomModel());

  assert.throws(() => recorder.add('nodes', createNetwork({ id: 'r1' })), /The id 'r1' is on the drawing already/);
  assert.throws(() => recorder.update('nobody', { label: '' }), /There is no 'nobody' on the drawing/);
});

test('what was added and taken away again is no change', () => {
  const recorder = new ChangeRecorder(classroomModel());

  recorder.add('nodes', createNetwork({ id: 'new' }));
  recorder.remove('new');

  assert.deepEqual(recorder.toCommand('Nothing').changes, []);
});

test('writing the values that are there is no change', () => {
  const recorder = new ChangeRecorder(classroomModel());

  recorder.update('r1', { label: 'R1', x: 100 });

  assert.deepEqual(recorder.toCommand('Nothing').changes, []);
});
