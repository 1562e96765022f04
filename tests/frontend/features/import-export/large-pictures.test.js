import assert from 'node:assert/strict';
import { test } from 'node:test';

import { takeOutPictures, sendPictures } from '../../../../frontend/static/js/features/import-export/large-pictures.js';
import { createShape, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { Api } from '../../../../frontend/static/js/server/api.js';
import { fakeFetch } from '../../support/fakes.js';

const PLAN = `data:image/png;base64,${'A'.repeat(4 * 1024 * 1024)}`;

/** @param {string} text */
const fileOf = (text) => new File([text], 'lab.json');

test('the pictures of a large diagram are parted from it, so that it stays small enough for guests', async () => {
  const { file, pictures } = await takeOutPictures(fileOf(JSON.stringify({ schema: 1, title: 'Campus', pictures: { plan: PLAN } })));

  assert.deepEqual([JSON.parse(await file.text()), file.name, pictures], [{ schema: 1, title: 'Campus' }, 'lab.json', { plan: PLAN }]);
});

test('small files, and large ones that are something else, stay as they are', async () => {
  for (const text of ['{"pictures":{"a":"b"}}', 'x'.repeat(PLAN.length), `"${PLAN}"`, JSON.stringify({ pictures: [PLAN] })]) {
    const file = fileOf(text);
    assert.deepEqual(await takeOutPictures(file), { file, pictures: {} });
  }
});

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function serverOf(answers) {
  const { fetch, requests } = fakeFetch(answers);
  return { api: new Api({ base: '', csrfToken: 't', username: null, fetch }), asked: () => requests.map(({ method, url }) => `${method} ${url}`), requests };
}

const SMALL = 'data:image/png;base64,AAAA';
const MADE = { id: 'token', revision: 1 };
/** @param {string[]} pictures */
const showing = (...pictures) => ({ ...emptyDiagram(), nodes: pictures.map((picture) => createShape({ id: `n-${picture}`, shape: 'picture', picture })) });

test('each picture that the diagram shows is kept by itself, and no other', async () => {
  const { api, asked } = serverOf([{ json: { id: 'plan' } }]);

  assert.equal(await sendPictures(api, MADE, showing('plan', 'lost'), { plan: SMALL, unused: SMALL }), '');
  assert.deepEqual(asked(), ['POST /diagrams/token/pictures']);
});

test('the diagram shows a picture under the id that it has with the server', async () => {
  const { api, asked, requests } = serverOf([{ json: { id: 'plan' } }, { json: { id: 'clean' } }, { json: {} }]);

  assert.equal(await sendPictures(api, MADE, showing('plan', 'photo'), { plan: SMALL, photo: SMALL }), '');
  assert.deepEqual([asked().at(-1), requests[2].headers['If-Match']], ['PUT /diagrams/token', '"1"']);
  assert.deepEqual(requests[2].body.diagram.nodes.map((/** @type {{ picture: string }} */ { picture }) => picture), ['plan', 'clean']);
});

test('a picture that is refused keeps no other from being sent, and all of them are counted', async () => {
  const { api, asked } = serverOf([{ json: { id: 'c' } }]);

  const told = await sendPictures(api, MADE, showing('a', 'b', 'c'), { a: 'https://elsewhere.example', b: 'data:image/png;base64,A', c: SMALL });
  assert.equal(told, '2 pictures on it are not kept. Why the first is not: It is damaged, or neither PNG, JPEG nor SVG.');
  assert.deepEqual(asked(), ['POST /diagrams/token/pictures']);
});

test('a diagram that cannot be saved with the new ids says so', async () => {
  const { api } = serverOf([{ json: { id: 'clean' } }, { status: 409, json: {} }]);

  assert.match(await sendPictures(api, MADE, showing('plan'), { plan: SMALL }), /^1 picture on it is not kept: /);
});
