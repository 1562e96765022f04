import assert from 'node:assert/strict';
import { test } from 'node:test';

import { replaceDiagram, setTitle, updateSettings } from '../../../../frontend/static/js/model/commands/settings.js';
import { createDevice, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { after, classroom, classroomModel, saved } from '../../support/labs.js';

test('the title and the settings change', () => {
  const model = classroomModel();

  assert.equal(after(model, setTitle(model, 'Friday')).title, 'Friday');
  assert.deepEqual(after(model, updateSettings(model, { hashing: 'sha256' })).settings, { ...emptyDiagram().settings, hashing: 'sha256' });
  assert.deepEqual(setTitle(model, 'Classroom').changes, []);
  assert.deepEqual(updateSettings(model, {}).changes, []);
});

test('how passwords are made changes, and an older diagram brings its own way along', () => {
  const model = classroomModel();
  const passwords = /** @type {const} */ ({ version: 2, length: 20, symbol: true });

  assert.deepEqual(after(model, updateSettings(model, { passwords })).settings, { ...emptyDiagram().settings, passwords });
  const old = { ...emptyDiagram(), settings: { ...emptyDiagram().settings, passwords: null } };
  assert.equal(after(model, replaceDiagram(model, old, 'Import')).settings.passwords, null);
});

test('a whole diagram takes the place of another, in its own order', () => {
  const model = classroomModel();
  const other = { ...emptyDiagram(), title: 'Other', nodes: [createDevice({ id: 'new' }), classroom().nodes[3], classroom().nodes[2]].map((node) => ({ ...node, zone: null })) };

  const replaced = after(model, replaceDiagram(model, other, 'Import'));

  assert.deepEqual(saved(replaced), other);
});
