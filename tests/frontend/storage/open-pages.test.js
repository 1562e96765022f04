import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { OpenPages } from '../../../frontend/static/js/storage/open-pages.js';

/** @type {BroadcastChannel[]} */
let channels;

beforeEach(() => {
  channels = Array.from({ length: 3 }, () => new BroadcastChannel('pages'));
});

afterEach(() => {
  for (const channel of channels) channel.close();
});

/**
 * Return when the first page has been told *count* times more.
 * @param {number} count
 */
function told(count) {
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    channels[0].addEventListener('message', () => (count -= 1) === 0 && resolve());
  });
}

test('pages of one browser know of each other, and not of those that are closed', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const [asking] = channels.map((channel, place) => new OpenPages(channel, `page-${place}`));

  const all = asking.findOthers();
  await told(2);
  t.mock.timers.runAll();
  assert.deepEqual(new Set(await all), new Set(['page-1', 'page-2']));
  channels[1].close();
  const left = asking.findOthers();
  await told(1);
  t.mock.timers.runAll();

  assert.deepEqual(new Set(await left), new Set(['page-2']));
});

test('what one page has saved all others hear of', async () => {
  const [telling, ...hearing] = channels.map((channel, place) => new OpenPages(channel, `page-${place}`));
  const heard = hearing.map((page) => new Promise((resolve) => {
    page.addEventListener('saved', (event) => resolve(/** @type {CustomEvent} */ (event).detail));
  }));

  telling.tellSaved({ id: 'diagram', revision: 3 });

  assert.deepEqual(await Promise.all(heard), [{ id: 'diagram', revision: 3 }, { id: 'diagram', revision: 3 }]);
});
