import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { Api } from '../../../frontend/static/js/io/api.js';
import { Preview } from '../../../frontend/static/js/io/preview.js';
import { emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { fakeFetch, settle } from './fakes.js';

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function build(...answers) {
  const { fetch, requests } = fakeFetch(answers);
  const preview = new Preview({
    api: new Api({ base: '', token: 't', username: null, fetch }),
    read: () => ({ diagram: emptyDiagram(), id: null }),
  });
  return { preview, requests };
}

/** @param {string} text */
const answer = (text) => ({ json: { xml: { text, truncated: false }, yaml: { text: '' } } });

test('a burst of changes asks once, within 300 ms', async () => {
  const { preview, requests } = build(answer('<user-mapping>'));

  preview.touch();
  mock.timers.tick(100);
  preview.touch();
  mock.timers.tick(200);
  await settle();

  assert.equal(requests.length, 1);
  assert.equal(requests[0].body.reveal, false);
  assert.equal(preview.answer?.xml.text, '<user-mapping>');
});

test('an answer that is overtaken does not count', async () => {
  const { preview, requests } = build(answer('old'), answer('new'));
  let answers = 0;
  preview.addEventListener('answer', () => (answers += 1));

  const first = preview.refresh();
  const second = preview.refresh();
  await Promise.all([first, second]);

  assert.equal(requests.length, 2);
  assert.equal(preview.answer?.xml.text, 'new');
  assert.equal(answers, 1);
});

test('a failure keeps the last answer and says why it is old', async () => {
  const { preview } = build(answer('good'), new TypeError('no network'));
  let failures = 0;
  preview.addEventListener('failed', () => (failures += 1));

  await preview.refresh();
  await preview.refresh();

  assert.equal(preview.answer?.xml.text, 'good');
  assert.match(preview.error?.message ?? '', /cannot be reached/);
  assert.equal(failures, 1);
});
