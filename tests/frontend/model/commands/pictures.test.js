import assert from 'node:assert/strict';
import { test } from 'node:test';

import { setOpacity, showAnother, sizePicture } from '../../../../frontend/static/js/model/commands/pictures.js';
import { createShape, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { styleOf, takenOver } from '../../../../frontend/static/js/model/style.js';
import { after } from '../../support/labs.js';

const plan = createShape({ id: 'p', shape: 'picture', label: 'Plan', picture: 'a', width: 200, height: 100 });
const model = new DiagramModel({ ...emptyDiagram(), nodes: [plan, { ...plan, id: 'q', opacity: 30 }] });

/** Return the picture `p` once *command* was done. @param {import('../../../../frontend/static/js/model/changes.js').Command} command */
const picture = (command) => /** @type {import('../../../../frontend/static/js/model/diagram.js').Shape} */ (after(model, command).nodes.get('p'));

test('a picture is made fainter, and as strong as others again', () => {
  assert.equal(picture(setOpacity(model, ['p'], 40)).opacity, 40);
  assert.equal(picture(setOpacity(model, ['p'], 100)).opacity, null);
});

test('one side of a picture follows the other', () => {
  const { width, height } = picture(sizePicture(model, 'p', 'height', 300));

  assert.deepEqual([width, height], [600, 300]);
});

test('another picture in its place is as wide, and has proportions of its own', () => {
  const other = picture(showAnother(model, 'p', { id: 'b', width: 30, height: 60 }));

  assert.deepEqual([other.picture, other.width, other.height, other.label], ['b', 200, 400, 'Plan']);
});

test('how strong a picture is, is its style', () => {
  const style = styleOf(model.item('q'));

  assert.deepEqual(style, { opacity: 30 });
  assert.deepEqual(takenOver(plan, style ?? {}), { opacity: 30 });
});
