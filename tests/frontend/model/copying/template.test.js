import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clip } from '../../../../frontend/static/js/model/copying/clipping.js';
import { drawTemplate, LIMITS, makeTemplate, readLibrary, renderLibrary, withPictures } from '../../../../frontend/static/js/model/copying/template.js';
import { createConnection, createDevice, createNote, createShape, createUsers } from '../../../../frontend/static/js/model/diagram.js';
import { classroomModel } from '../../support/labs.js';

const isSecret = (/** @type {string} */ _, /** @type {string} */ name) => name === 'password';
const NOTHING = { nodes: [], zones: [], links: [], access: [] };

test('a library is read as it was written', () => {
  const model = classroomModel();
  const template = makeTemplate('Edge site', clip(model, ['room', 'students']), isSecret);
  assert.ok(template);

  const [read, ...others] = readLibrary(renderLibrary([template])) ?? [];

  assert.deepEqual([JSON.parse(JSON.stringify(template)), others], [read, []]);
  assert.deepEqual(read.parts.access.map(({ target }) => target), ['pod']);
});

test('a template holds no secrets', () => {
  const connection = createConnection({ parameters: { username: 'admin', password: 'pw' }, copies: { password: ['a', 'b'], port: 'counts' } });
  const roster = [{ username: 'ada', password: 'hush', pod: null, encoding: /** @type {const} */ ('md5') }];
  const nodes = [createDevice({ id: 'd', connections: [connection] }), createUsers({ id: 'u', roster, password: { mode: 'fixed', value: 'hush' } })];

  const template = makeTemplate('Open', { ...NOTHING, nodes }, isSecret);

  const text = JSON.stringify(template);
  assert.deepEqual([text.includes('hush'), text.includes('pw'), text.includes('admin'), text.includes('counts')], [false, false, true, true]);
});

test('what is no library, or more than one may be, is not read', () => {
  const note = createNote({ id: 'n', label: 'x' });
  const file = (/** @type {unknown[]} */ ...templates) => JSON.stringify({ kind: 'labmapper-library', version: 1, templates });
  const many = Array.from({ length: LIMITS.nodes + 1 }, (_, place) => ({ ...note, id: `n${place}` }));
  const refused = [
    '', 'null', '[]', '{}', file(null), file({ name: '', parts: { ...NOTHING, nodes: [note] } }), file({ name: 'a', parts: NOTHING }),
    file({ name: 'a', parts: { ...NOTHING, nodes: [{ ...note, x: 'left' }] } }), file({ name: 'a', parts: { ...NOTHING, nodes: many } }),
    file({ name: 'x'.repeat(LIMITS.name + 1), parts: { ...NOTHING, nodes: [note] } }), ' '.repeat(LIMITS.characters + 1),
  ];

  assert.deepEqual(refused.map(readLibrary), refused.map(() => null));
  assert.equal(makeTemplate('many', { ...NOTHING, nodes: many }, isSecret), null);
});

test('a template makes a drawing by itself, whatever it was a part of', () => {
  const template = makeTemplate('Pod', clip(classroomModel(), ['pod']), isSecret);
  assert.ok(template);

  const { title, zones, nodes } = drawTemplate(template);

  assert.deepEqual([title, zones.map(({ zone, pod }) => [zone, pod]), nodes.map(({ zone }) => zone)], ['Pod', [[null, null]], ['pod', 'pod']]);
});

test('a template has its pictures in it, and shows them under the ids that they have elsewhere', () => {
  const [id, other] = ['a'.repeat(32), 'b'.repeat(32)];
  const data = 'data:image/png;base64,iVBORw0KGgo=';
  const nodes = [createShape({ id: 's', shape: 'picture', picture: id }), createShape({ id: 't', shape: 'picture', picture: other }), createNote({ id: 'n' })];

  const template = makeTemplate('Plan', { ...NOTHING, nodes }, isSecret, (each) => (each === id ? data : undefined));
  assert.ok(template);
  const [read] = readLibrary(renderLibrary([template])) ?? [];

  assert.deepEqual(read.pictures, { [id]: data });
  assert.deepEqual(withPictures(read.parts, new Map([[id, 'c']])).nodes.map((node) => ('picture' in node ? node.picture : null)), ['c', other, null]);
  for (const pictures of [[], { [id]: 'https://elsewhere.example/a.png' }, { nothing: data }, { [id]: 1 }]) {
    assert.equal(readLibrary(JSON.stringify({ kind: 'labmapper-library', version: 1, templates: [{ ...read, pictures }] })), null);
  }
});

test('no template is made with more pictures than can be read again', () => {
  const nodes = Array.from({ length: LIMITS.pictures + 1 }, (_, place) => createShape({ id: `s${place}`, shape: 'picture', picture: String(place).padStart(32, '0') }));
  const make = (/** @type {number} */ count) => makeTemplate('Plans', { ...NOTHING, nodes: nodes.slice(0, count) }, isSecret, () => 'data:image/png;base64,iVBORw0KGgo=');

  assert.deepEqual([make(LIMITS.pictures) !== null, make(LIMITS.pictures + 1)], [true, null]);
  assert.notEqual(makeTemplate('Plans', { ...NOTHING, nodes }, isSecret), null);
});
