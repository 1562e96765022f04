import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createNote, createShape, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { renderSvg } from '../../../../frontend/static/js/view/export/picture.js';
import { ALL_LAYERS } from '../../../../frontend/static/js/view/frame.js';
import { PictureImages, picturesAt } from '../../../../frontend/static/js/view/picture-images.js';
import { bendCable } from '../../../../frontend/static/js/model/commands/cable-style.js';
import { lockItems, updateItems } from '../../../../frontend/static/js/model/commands/update.js';
import { after, classroomModel } from '../../support/labs.js';

/** Every colour has a name of its own, so that a test can look for it. */
const theme = /** @type {any} */ (new Proxy({}, {
  get: (_target, name) => (['font', 'mono'].includes(String(name)) ? `"${String(name)}",\n sans-serif` : '#123456'),
}));

/**
 * @param {DiagramModel} model
 * @param {object} [options]
 */
function draw(model, options = {}) {
  const ruler = { width: (/** @type {string} */ text) => text.length * 6 };
  return renderSvg({ model, theme, layers: ALL_LAYERS, ruler, ...options }) ?? '';
}

test('a picture shows every name, once, and the zones and cables', () => {
  const svg = draw(classroomModel());

  for (const text of ['R1', 'PC09…PC19', 'SRV1', 'LAN1', 'Room', 'Mind the gap', '10.0.10.109', 'Gi0/0', 'one per student · ×8']) {
    assert.equal(svg.split(`>${text}<`).length, 2, text);
  }
  assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+">/);
  assert.match(svg, /stroke-dasharray="7 5"/);
  assert.match(svg, /font-size="12" font-weight="500"[^>]*>R1</);
  assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
});

test('a picture of a selection shows it with its content and nothing else', () => {
  const svg = draw(classroomModel(), { ids: ['pod'] });

  assert.match(svg, />R1</);
  assert.match(svg, />Gi0\/0</);
  assert.doesNotMatch(svg, />SRV1<|>Room</);
});

test('a picture shows a stack as one: a second tile and its count', () => {
  const model = classroomModel();
  const single = after(model, updateItems(model, ['pc'], { count: 1 }));
  const countTiles = (/** @type {DiagramModel} */ shown) => draw(shown).split('stroke-width="1.25"').length;

  assert.match(draw(model), />×11</);
  assert.doesNotMatch(draw(single), />×/);
  assert.equal(countTiles(model), countTiles(single) + 1);
});

test('layers that are switched off are not in the picture', () => {
  const svg = draw(classroomModel(), { layers: { ...ALL_LAYERS, labels: false, access: false } });

  assert.doesNotMatch(svg, />R1<|>Pod<|>Gi0/);
  assert.match(svg, />×11</);
  assert.doesNotMatch(svg, /opacity/);
});

test('what people type cannot break the document', () => {
  const model = new DiagramModel({ ...emptyDiagram(), nodes: [createDevice({ id: 'a', label: '<b> & "c"\u0001' })] });

  assert.match(draw(model), />&lt;b&gt; &amp; &quot;c&quot;</);
});

test('what is locked bears its sign', () => {
  const model = classroomModel();
  const padlock = /<path d="M[^"]*Q[^"]*"[^>]*stroke-width="1.4"/;

  assert.doesNotMatch(draw(model), padlock);
  assert.match(draw(after(model, lockItems(model, ['pod'], true))), padlock);
  assert.match(draw(after(model, lockItems(model, ['r1'], true))), padlock);
});

test('there is no picture of nothing', () => {
  assert.equal(renderSvg({ model: new DiagramModel(emptyDiagram()), theme, layers: ALL_LAYERS, ruler: { width: () => 0 } }), null);
});

test('a picture lies on the canvas, on white paper, or on nothing', () => {
  const names = ['canvas', 'text', 'muted', 'cable', 'access', 'accessTint', 'tile', 'tileLine', 'icon', 'note', 'noteLine', 'podTint', 'podLine',
    'zoneTint', 'zoneLine', 'accent', 'font', 'mono'];
  const colors = Object.fromEntries(names.map((name) => [name, theme[name]]));
  const first = (/** @type {object} */ options) => draw(classroomModel(), { ...options, theme: colors }).split('\n')[1];

  assert.match(first({}), /^<rect x="0" y="0" [^>]*fill="#123456"/);
  assert.match(first({ ground: 'paper' }), /^<rect x="0" y="0" [^>]*fill="#ffffff"/);
  assert.doesNotMatch(first({ ground: 'none' }), /^<rect x="0" y="0"/);
});

test('a picture shows texts with their headings, and shapes with what stands in them, behind the devices', () => {
  const model = new DiagramModel({ ...emptyDiagram(), nodes: [
    createDevice({ id: 'a', label: 'R1' }),
    createNote({ id: 'n', label: 'Do not unplug', heading: 'Rules', x: 300 }),
    createNote({ id: 't', label: 'Campus', plain: true, size: 'title', x: 300, y: 200 }),
    createShape({ id: 'e', shape: 'ellipse', label: 'DMZ', color: 'red', width: 200, height: 120 }),
    createShape({ id: 'l', shape: 'arrow', label: 'up', x: 500, width: 0, height: -100 }),
  ] });

  const svg = draw(model);

  for (const text of ['Rules', 'Do not unplug', 'Campus', 'DMZ', 'up']) assert.match(svg, new RegExp(`>${text}<`));
  assert.match(svg, /font-size="27" font-weight="600"[^>]*>Campus</);
  assert.match(svg, /<path d="M[\d. ]+(C[\d. ]+){4}Z" fill="rgba\(18, 52, 86, 0.1\)"/);
  assert.ok(svg.indexOf('>DMZ<') < svg.indexOf('>R1<'));
  assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
});

test('a picture has room for cables that are led around everything, and its ground reaches to the last pixel', () => {
  const model = classroomModel();
  const [, width, height] = /** @type {RegExpExecArray} */ (/width="(\d+)" height="(\d+)"/.exec(draw(model)));
  const bent = after(model, bendCable(model, 'l1', [{ x: 5000.25, y: 4000.5 }]));

  const svg = draw(bent);
  const [, wide, high] = /** @type {RegExpExecArray} */ (/width="(\d+)" height="(\d+)"/.exec(svg));

  assert.ok(Number(wide) > 5000 && Number(width) < 5000 && Number(high) > 4000 && Number(height) < 4000);
  assert.ok(svg.includes(`<rect x="0" y="0" width="${wide}" height="${high}"`));
});

test('pictures lie behind everything, as strong as they shall be, and fainter in the dark; one that is not loaded is a frame', () => {
  const model = new DiagramModel({ ...emptyDiagram(), nodes: [
    createDevice({ id: 'a', label: 'R1' }),
    createShape({ id: 'p', shape: 'picture', picture: 'plan', x: 10, width: 400, height: 300, opacity: 40 }),
    createShape({ id: 'q', shape: 'picture', picture: 'gone', x: 500, width: 40, height: 30 }),
  ] });
  const pictures = new PictureImages();
  pictures.put('plan', { src: 'data:image/png;base64,AAAA' });

  const light = draw(model, { pictures, theme: { ...theme, canvas: '#fafbfc' } });
  const dark = draw(model, { pictures, theme: { ...theme, canvas: '#15181d' } });

  assert.match(light, /<image x="[\d.]+" y="[\d.]+" width="400" height="300" preserveAspectRatio="none" href="data:image\/png;base64,AAAA" opacity="0.4"\/>/);
  assert.match(dark, / opacity="0.14"\/>/);
  assert.equal(light.match(/<image/g)?.length, 1);
  assert.ok(light.indexOf('<image') < light.indexOf('>R1<'));
});

test('a page that shows a picture of the drawing may have its pictures by their addresses', () => {
  const shape = createShape({ id: 'p', shape: 'picture', picture: 'plan' });
  const model = new DiagramModel({ ...emptyDiagram(), nodes: [shape, { ...shape, id: 'q', picture: null }] });

  const svg = draw(model, { pictures: picturesAt('/lab/pictures') });

  assert.match(svg, / href="\/lab\/pictures\/plan"/);
  assert.equal(svg.match(/<image/g)?.length, 1);
});
