import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALL_LAYERS, detailAt } from '../../../../frontend/static/js/view/frame.js';
import { captionNodes, captionZones, paintCaptions } from '../../../../frontend/static/js/view/paint/captions.js';
import { paintGrounds } from '../../../../frontend/static/js/view/paint/ground.js';
import { captionCables } from '../../../../frontend/static/js/view/paint/interfaces.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { nameInterface, updateItems } from '../../../../frontend/static/js/model/commands/update.js';
import { removeItems } from '../../../../frontend/static/js/model/commands/remove.js';
import { after, classroomModel } from '../../support/labs.js';
import { classroomFrame, recordingContext } from '../../support/painting.js';

const ruler = /** @type {any} */ ({ width: (/** @type {string} */ text) => text.length * 6 });

/**
 * @param {import('../../../../frontend/static/js/model/diagram-model.js').DiagramModel} model
 * @param {number} zoom
 * @param {object} [layers]
 */
function frameOf(model, zoom, layers = {}) {
  return /** @type {any} */ ({ scene: new Scene(model), theme: {}, detail: detailAt(zoom, { ...ALL_LAYERS, ...layers }) });
}

/** @param {readonly import('../../../../frontend/static/js/view/paint/captions.js').Captions[]} all */
const texts = (all) => all.flatMap((look) => look.captions.map((caption) => caption.text));

test('stacks show their range, devices their address, and open groups that they reach all', () => {
  const model = classroomModel();
  const open = after(model, removeItems(model, ['a1']));

  const shown = texts(captionNodes(frameOf(open, 1), [...open.nodes.values()], ruler));

  assert.deepEqual(shown, [
    'student1…student8', 'trainer', 'R1', 'PC09…PC19', 'LAN1', 'SRV1', '10.0.10.109', 'all devices',
  ]);
});

test('from far away only names are left, then nothing', () => {
  const model = classroomModel();
  const nodes = [...model.nodes.values()];

  assert.equal(texts(captionNodes(frameOf(model, 0.5), nodes, ruler)).includes('10.0.10.109'), false);
  assert.equal(texts(captionNodes(frameOf(model, 0.5), nodes, ruler)).includes('R1'), true);
  assert.deepEqual(captionNodes(frameOf(model, 0.3), nodes, ruler), []);
  assert.deepEqual(captionNodes(frameOf(model, 1, { labels: false }), nodes, ruler), []);
});

test('interfaces are named between the two tiles, clear of both', () => {
  const model = classroomModel();
  const link = model.links.get('l1');
  assert.ok(link);
  const frame = frameOf(model, 1);

  const [{ captions }] = captionCables(frame, [link], ruler);

  assert.deepEqual(captions.map((caption) => caption.text), ['Gi0/0', 'eth0']);
  for (const { x, width } of captions) assert.ok(x - width / 2 >= 128 && x + width / 2 <= 212);
  assert.equal(captions[0].zone, 'pod');
});

test('where there is little room, the names at both ends of a cable keep off the labels and off each other', () => {
  const drawn = classroomModel();
  const moved = after(drawn, updateItems(drawn, ['r1'], { x: 900, y: 0 }));
  const model = after(moved, updateItems(moved, ['pc'], { x: 950, y: 150 }));
  const link = model.links.get('l1');
  assert.ok(link);
  const frame = frameOf(model, 1);

  const [{ captions: [upper, lower] }] = captionCables(frame, [link], ruler);

  assert.ok(upper.y - upper.height / 2 >= 28 + 15, 'under the label of the upper one');
  assert.ok(lower.y + lower.height / 2 <= 150 - 28, 'over the tile of the lower one');
  assert.ok(lower.y - upper.y >= upper.height);
});

test('the title of a zone has a ground in the colour of the zone', () => {
  const model = classroomModel();
  const [zone] = model.zones.values();

  const [{ captions: [title] }] = captionZones(frameOf(model, 1), [zone], ruler);

  assert.deepEqual([title.text, title.zone], [zone.label, zone.id]);
  assert.ok(title.x - title.width / 2 > zone.x && title.y - title.height / 2 > zone.y);
  assert.deepEqual(captionZones(frameOf(model, 0.3), [zone], ruler), []);
});

test('a long name of an interface is abbreviated as engineers do, or keeps its ends, and always its numbers', () => {
  const model = classroomModel();
  const apart = after(model, updateItems(model, ['pc'], { x: 440 }));
  for (const [name, short] of [['GigabitEthernet0/0/1', 'Gi0/0/1'], ['uplink-of-rack-0/0/1', 'uplink…k-0/0/1']]) {
    const named = after(apart, nameInterface(apart, 'l1', 'source', name));
    const link = named.links.get('l1');
    assert.ok(link);

    assert.equal(texts(captionCables(frameOf(named, 1), [link], ruler))[0], short);
  }
});

test('the ground of a caption has the colour of the zone in which it lies, whatever its device belongs to', () => {
  const model = classroomModel();
  const { ctx, painted } = recordingContext();
  const zone = [...model.zones.values()][0];
  const caption = { text: 'R9', width: 20, height: 12, zone: null, x: zone.x + 40, y: zone.y + 60 };
  const outside = { ...caption, x: zone.x - 40, zone: zone.id };

  paintGrounds(classroomFrame(ctx, { scene: new Scene(model) }), [{ font: /** @type {any} */ ({}), color: '', captions: [caption, outside] }]);

  assert.deepEqual(painted.filter(([name]) => name === 'fillStyle').map(([, color]) => color), ['rgb(207, 207, 207)', 'rgb(255, 255, 255)']);
});

test('titles are painted in one font while one zooms out, where they are as large on the screen at every zoom', () => {
  const fonts = [0.8, 0.7345, 0.5].map((zoom) => {
    const { ctx, painted } = recordingContext();
    const frame = classroomFrame(ctx, { zoom, origin: { x: 10, y: 20 } });
    paintCaptions(frame, captionZones(frame, [...frame.scene.model.zones.values()], ruler));
    const [, , x, y] = painted.filter(([name]) => name === 'fillText')[0];
    const [{ captions: [title] }] = captionZones(frame, [...frame.scene.model.zones.values()], ruler);
    assert.deepEqual([x, y], [title.x * zoom + 10, title.y * zoom + 20]);
    assert.deepEqual(painted.at(-1), ['setTransform', zoom, 0, 0, zoom, 10, 20], 'What comes next is painted in units.');
    return painted.filter(([name]) => name === 'font').map(([, font]) => font);
  });

  assert.deepEqual(fonts, [['600 11px undefined'], ['600 11px undefined'], ['600 11px undefined']]);
});
