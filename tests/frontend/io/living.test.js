import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Living } from '../../../frontend/static/js/io/living.js';

test('pages of one browser know of each other, and not of those that are closed', async () => {
  const channels = Array.from({ length: 3 }, () => new BroadcastChannel('pages'));
  const [asking] = channels.map((channel, place) => new Living(channel, `page-${place}`));

  assert.deepEqual(new Set(await asking.findOthers()), new Set(['page-1', 'page-2']));
  channels[1].close();

  assert.deepEqual(new Set(await asking.findOthers()), new Set(['page-2']));
  for (const channel of channels) channel.close();
});
