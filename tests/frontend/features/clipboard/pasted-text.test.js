import assert from 'node:assert/strict';
import { test } from 'node:test';

import { devicesOf, recogniseText } from '../../../../frontend/static/js/features/clipboard/pasted-text.js';
import { classroomModel, countingIds } from '../../support/labs.js';

for (const [text, language] of /** @type {const} */ ([
  ['{"schema": 1}', 'JSON'],
  ['\uFEFF\n[1, 2]', 'JSON'],
  ['<?xml version="1.0"?>\n<user-mapping/>', 'XML'],
  ['<user-mapping>', 'XML'],
  ['---\nusers:\n  trainer:\n    device: all\n', 'YAML'],
  ['# the lab of today\r\n\r\nusers:\r\n', 'YAML'],
  ['[routers]\nr1 ansible_host=10.0.0.1\n', 'INI'],
  ['[all:vars]\r\n', 'INI'],
  ['Name\tIP Address\tUser\nR1\t10.0.0.1\tada\n', 'CSV'],
  ['name;port\r\nR1;22\r\n', 'CSV'],
  ['digraph lab {\n  a -> b\n}', 'DOT'],
  ['users: 10\n', 'YAML'],
  ['R1, 10.0.0.1/24, ssh\nR2, 10.0.0.2/24, ssh', 'CSV'],
])) {
  test(`${JSON.stringify(text)} is ${language}`, () => assert.deepEqual(recogniseText(text), { kind: 'file', language }));
}

test('a line each, host names and addresses are told from each other, with names where there are some', () => {
  assert.deepEqual(recogniseText('core-1\n sw2.example.org \r\n\n10.0.0.1\n2001:db8::7\nR9 10.0.0.9\n10.0.0.8\tR8\n'), {
    kind: 'hosts',
    hosts: [
      { name: 'core-1', host: 'core-1' },
      { name: 'sw2.example.org', host: 'sw2.example.org' },
      { name: '', host: '10.0.0.1' },
      { name: '', host: '2001:db8::7' },
      { name: 'R9', host: '10.0.0.9' },
      { name: 'R8', host: '10.0.0.8' },
    ],
  });
});

test('a hosts file is read with its comments and further names, without those of the machine itself', () => {
  const text = '127.0.0.1\tlocalhost\n::1 localhost ip6-localhost\n# the lab\n10.0.0.1 r1 r1.lab # core\n\n10.0.0.2 r2\n';

  assert.deepEqual(recogniseText(text), { kind: 'hosts', hosts: [{ name: 'r1', host: '10.0.0.1' }, { name: 'r2', host: '10.0.0.2' }] });
});

for (const text of ['R1: 10.0.0.1\nR2: 10.0.0.2', 'R1=10.0.0.1\nR2 = 10.0.0.2', 'R1 - 10.0.0.1\nR2 - 10.0.0.2', '"R1","10.0.0.1"\n"R2","10.0.0.2"']) {
  test(`${JSON.stringify(text)} names two hosts`, () => {
    assert.deepEqual(recogniseText(text), { kind: 'hosts', hosts: [{ name: 'R1', host: '10.0.0.1' }, { name: 'R2', host: '10.0.0.2' }] });
  });
}

for (const text of ['Bring your own cables.', 'Mind the gap\nR1', 'a < b', 'two words', 'R1\n-', 'Dear all,\nplease come, and eat', 'a, b, c\nd, e, f', `${'\n'.repeat(50_000)}?`]) {
  test(`${JSON.stringify(text.slice(-30))} is text`, () => assert.deepEqual(recogniseText(text), { kind: 'text' }));
}

test('hosts become devices with free names, side by side and with their hosts as they were pasted', () => {
  const hosts = [{ name: 'R1', host: 'r1.lab' }, { name: '', host: '10.0.0.1' }, { name: '', host: '10.0.0.2' }];

  const devices = devicesOf(classroomModel(), countingIds(), hosts);

  assert.deepEqual(devices.map(({ label }) => label), ['R2', 'SRV2', 'SRV3']);
  assert.deepEqual(devices.map(({ connections }) => connections[0].host), ['r1.lab', '10.0.0.1', '10.0.0.2']);
  assert.equal(new Set(devices.map(({ x, y }) => `${x} ${y}`)).size, 3);
});
