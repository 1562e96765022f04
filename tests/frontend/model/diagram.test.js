import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withProtocol } from '../../../frontend/static/js/model/diagram.js';

test('with another protocol a port goes that was only the standard of the old one', () => {
  assert.deepEqual(withProtocol({ protocol: 'ssh', port: '22' }, 'vnc', '22'), { protocol: 'vnc', port: '' });
  assert.deepEqual(withProtocol({ protocol: 'ssh', port: '2022' }, 'vnc', '22'), { protocol: 'vnc' });
  assert.deepEqual(withProtocol({ protocol: 'vnc', port: '' }, 'ssh', ''), { protocol: 'ssh' });
  assert.deepEqual(withProtocol({ protocol: 'ssh', port: '22' }, 'ssh', '22'), { protocol: 'ssh' });
});
