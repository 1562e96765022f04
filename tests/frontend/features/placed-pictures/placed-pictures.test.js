import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { connectPlacedPictures } from '../../../../frontend/static/js/features/placed-pictures/placed-pictures.js';
import { createLazyLoad } from '../../../../frontend/static/js/kit/lazy-load.js';
import { classroomEditor } from '../../support/editor.js';

const PICTURE = 'data:image/png;base64,AAAA';

/** As much of a page as loads a style sheet and decodes a picture. */
const PAGE = {
  document: {
    createElement: () => Object.assign(new EventTarget(), { href: '' }),
    head: { append: (/** @type {EventTarget} */ link) => void setImmediate(() => link.dispatchEvent(new Event('load'))) },
  },
  Image: class {
    decode = async () => {};
  },
  FileReader: class extends EventTarget {
    readAsDataURL = () => void setImmediate(() => this.dispatchEvent(new Event('load')));
  },
};

/** @param {(raw: Blob) => Promise<{ id: string }>} answer What the server says to a picture. */
function placedPictures(answer) {
  const { editor } = classroomEditor();
  /** @type {string[]} */
  const told = [];
  const notices = { show: () => {}, hide: () => {}, showError: (/** @type {string} */ _, /** @type {Error} */ { message }) => void told.push(message) };
  const transport = { base: '', send: (/** @type {string} */ _, /** @type {string} */ __, /** @type {{ raw: Blob }} */ { raw }) => answer(raw), open: async () => new Response('') };
  const parts = {
    api: { transport }, notices, autosave: Object.assign(new EventTarget(), { id: 'token', state: 'saved' }),
    lazy: createLazyLoad(/** @type {any} */ (notices)), view: { pictures: Object.assign(new Map(), { put: () => {} }) },
  };
  return { pictures: connectPlacedPictures(/** @type {any} */ ({ ...editor, ...parts })), told };
}

test('pictures of several templates are brought at once, and a bad one keeps none of the others out', async (context) => {
  for (const [name, value] of Object.entries(PAGE)) Object.defineProperty(globalThis, name, { configurable: true, value });
  context.after(() => Object.keys(PAGE).forEach((name) => Reflect.deleteProperty(globalThis, name)));
  const answer = mock.fn(async () => ({ id: `kept-${answer.mock.callCount()}` }));
  const { pictures, told } = placedPictures(answer);

  const [first, second] = await Promise.all([pictures.bring({ bad: 'data:image/png;base64,A', a: PICTURE }), pictures.bring({ b: PICTURE })]);

  assert.deepEqual([[...first.keys()], [...second.keys()], answer.mock.callCount()], [['a'], ['b'], 2]);
  assert.deepEqual(told, ['It is damaged, or neither PNG, JPEG nor SVG.']);
});
