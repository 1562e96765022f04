import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Notices } from '../../../frontend/static/js/kit/notices.js';
import { ApiError } from '../../../frontend/static/js/server/transport.js';

/** An element, as far as notices use one. */
class FakeElement extends EventTarget {
  /** @type {unknown[]} */
  children = [];
  /** @type {FakeElement | null} */
  parent = null;

  setAttribute() {}

  /** @param {unknown[]} children */
  append(...children) {
    for (const child of children) if (child instanceof FakeElement) child.parent = this;
    this.children.push(...children);
  }

  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
  }

  /** @returns {string} */
  get text() {
    return this.children.map((child) => (child instanceof FakeElement ? child.text : String(child))).join('');
  }
}

beforeEach(() => {
  Object.assign(globalThis, { document: { createElement: () => new FakeElement(), createElementNS: () => new FakeElement() } });
});

test('what was said about an outage goes with it, and what else went wrong stays', () => {
  const root = new FakeElement();
  const notices = new Notices(/** @type {any} */ (root));

  notices.showError('files', new ApiError('Labmapper cannot be reached.'));
  notices.showError('history', new ApiError('It is gone.', { status: 404 }));
  notices.showError('tool', new Error('Something else.'));
  notices.hidePassing();

  assert.equal(root.text, 'It is gone.Something else.');
});

test('what takes the place of an outage on its subject stays', () => {
  const root = new FakeElement();
  const notices = new Notices(/** @type {any} */ (root));

  notices.showError('files', new ApiError('Labmapper cannot be reached.'));
  notices.show('files', { text: 'The file is downloaded.' });
  notices.hidePassing();

  assert.equal(root.text, 'The file is downloaded.');
});
