import assert from 'node:assert/strict';
import { test } from 'node:test';

import { paintCables } from '../../../../frontend/static/js/view/paint/cables.js';
import { classroomFrame, recordingContext } from '../../support/painting.js';

/**
 * Return how wide, in pixels of the screen, the line of a cable is that is dressed in *look*, and its dashes and gaps.
 * @param {number} zoom
 * @param {Partial<import('../../../../frontend/static/js/model/diagram.js').Link>} [look]
 */
function paintOne(zoom, look = {}) {
  const { ctx, painted } = recordingContext();
  const frame = classroomFrame(ctx, { zoom });
  const link = frame.scene.model.links.get('l1');
  assert.ok(link);
  paintCables(frame, [{ ...link, ...look }]);
  const last = (/** @type {string} */ name) => painted.find((call) => call[0] === name)?.[1];
  const onScreen = (/** @type {number} */ length) => Math.round(length * zoom * 100) / 100;
  return { width: onScreen(/** @type {number} */ (last('lineWidth'))), dash: /** @type {number[]} */ (last('setLineDash')).map(onScreen) };
}

test('a cable becomes thinner as the drawing becomes smaller, is one pixel wide where it would be hardly wider, and never less', () => {
  assert.deepEqual([2, 1, 0.8, 0.74, 0.7, 0.5, 0.2].map((zoom) => paintOne(zoom).width), [3.5, 1.75, 1.4, 1, 1, 1, 1]);
  assert.deepEqual([1, 0.5, 0.4].map((zoom) => paintOne(zoom, { width: 'thick' }).width), [3, 1.5, 1]);
});

test('nothing is rounded at the real size of the drawing and above, as in what is exported', () => {
  assert.equal(paintOne(1, { width: 'thin' }).width, 1);
  assert.equal(paintOne(1.2, { width: 'thin' }).width, 1.2);
  assert.deepEqual(paintOne(1.2, { width: 'thin', dash: 'dashed' }).dash, [3.6, 3]);
});

test('from far away dashes are as long as those of a normal cable at its real size, so that they can be told', () => {
  const [normal, thick] = [{ dash: 'dashed' }, { dash: 'dashed', width: 'thick' }].map((look) => (/** @type {number} */ zoom) => paintOne(zoom, /** @type {any} */ (look)).dash);

  assert.deepEqual([1, 0.7, 0.3].map(normal), [[5.25, 4.38], [5.25, 4.38], [5.25, 4.38]]);
  assert.deepEqual([1, 0.8, 0.3].map(thick), [[9, 7.5], [7.2, 6], [5.25, 4.38]]);
  assert.deepEqual(paintOne(0.3).dash, []);
});
