import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createConnection, createDevice, createUsers } from '../../../../frontend/static/js/model/diagram.js';
import { renumber } from '../../../../frontend/static/js/model/copying/renumbering.js';

let serial = 0;

/**
 * @param {string} label
 * @param {string[]} addresses Each "host" or "host:port".
 * @param {number} [count]
 */
function device(label, addresses, count = 1) {
  const connections = addresses.map((address) => createConnection({ host: address.split(':')[0], port: address.split(':')[1] ?? '' }));
  return createDevice({ id: `d${serial++}`, label, count, connections });
}

/**
 * @param {import('../../../../frontend/static/js/model/diagram.js').Device[]} items
 * @param {import('../../../../frontend/static/js/model/diagram.js').Node[]} others
 */
function renumbered(items, others) {
  return renumber(items, others).map(({ label, connections }) =>
    [label, ...connections.map(({ host, port }) => (port ? `${host}:${port}` : host))].join(' '));
}

for (const [title, item, others, expected] of /** @type {const} */ ([
  ['a name and its address count on together', device('R1', ['10.0.0.1']), [device('R1', ['10.0.0.1'])], 'R2 10.0.0.2'],
  ['an address of something else is passed', device('R1', ['10.0.0.1']), [device('R1', ['10.0.0.1']), device('SW1', ['10.0.0.2'])], 'R2 10.0.0.3'],
  ['a stack passes by as many as it has', device('PC1', ['10.0.0.1'], 3), [device('PC1', ['10.0.0.1'], 3), device('X', ['10.0.0.5'])], 'PC4 10.0.0.6'],
  ['one host stays one host', device('R1', ['10.0.0.1', '10.0.0.1:5901']), [device('R1', ['10.0.0.1', '10.0.0.1:5901'])], 'R2 10.0.0.2 10.0.0.2:5901'],
  ['a host makes way with all its connections', device('R1', ['10.0.0.1', '10.0.0.1:5901']), [device('R2', ['10.0.0.1'])], 'R1 10.0.0.2 10.0.0.2:5901'],
  ['what is free stays', device('R1', ['10.0.0.1']), [device('R2', ['10.0.0.2'])], 'R1 10.0.0.1'],
  ['a taken address makes way although the name is free', device('R1', ['10.0.0.1']), [device('R2', ['10.0.0.1'])], 'R1 10.0.0.2'],
  ['behind one host with several devices the port counts on', device('R1', ['gw1:2201']), [device('R1', ['gw1:2201']), device('R2', ['gw1:2202'])], 'R3 gw1:2203'],
  ['an address that would leave its octet stays', device('R1', ['10.0.0.254']), [device('R1', ['10.0.0.254'])], 'R2 10.0.0.254'],
  ['an address without a number stays', device('R1', ['gw.lab']), [device('R1', ['gw.lab'])], 'R2 gw.lab'],
  ['patterns stay', device('PC{n}', ['10.0.{pod}.{n}']), [device('X', ['10.0.{pod}.{n}'])], 'PC{n} 10.0.{pod}.{n}'],
])) {
  test(`addresses of copies: ${title}`, () => {
    assert.deepEqual(renumbered([item], [...others]), [expected]);
  });
}

test('several copies meet neither what is there nor each other', () => {
  const there = [device('R1', ['10.0.0.1']), device('R2', ['10.0.0.2'])];

  assert.deepEqual(renumbered(there, there), ['R3 10.0.0.3', 'R4 10.0.0.4']);
  assert.deepEqual(renumbered([device('R1', ['gw1:2201']), device('R2', ['gw1:2202'])], []), ['R1 gw1:2201', 'R2 gw1:2202']);
});

test('people on a list get user names that are free', () => {
  const roster = ['alice', 'bob'].map((username) => ({ username, password: null, pod: null }));
  const group = createUsers({ id: 'u', label: 'class', roster });
  const others = [group, createUsers({ id: 'v', label: 'bob2', count: 2 })];

  const [copy] = renumber([{ ...group, id: 'w' }], others);

  assert.deepEqual([copy.label, ...copy.roster.map((entry) => entry.username)], ['class2', 'alice2', 'bob4']);
});

for (const [title, fields, count, expected] of /** @type {[string, Partial<import('../../../../frontend/static/js/model/diagram.js').Connection>, number, string][]} */ ([
  ['a stack behind one host goes on with the next free ports', { host: '10.0.0.1', port: '2001', copies: { hostname: 'same', port: 'counts' } }, 14, '10.0.0.1:2015'],
  ['one device at this machine takes the next port', { host: '127.0.0.1', port: '2001' }, 1, '127.0.0.1:2002'],
  ['a port that counts by a placeholder goes on with the name', { host: '127.0.0.1', port: '{n+2000}', copies: { hostname: 'same' } }, 14, '127.0.0.1:{n+2000}'],
  ['a host that is said to count does', { host: '127.0.0.1', port: '2001', copies: { hostname: 'counts' } }, 1, '127.0.0.2:2001'],
])) {
  test(`one host, many ports: ${title}`, () => {
    const original = createDevice({ id: 'r', label: 'R1', count, connections: [createConnection(fields)] });

    const [{ label, connections: [{ host, port }] }] = renumber([{ ...original, id: 'copy' }], [original]);

    assert.deepEqual([label, `${host}:${port}`], [`R${1 + count}`, expected]);
  });
}

test('the values of a list are facts of the world: a copy keeps them, and the check of shared addresses tells of them', () => {
  const copies = { hostname: ['198.51.100.7', '203.0.113.9'], password: ['one', 'two'] };
  const original = createDevice({ id: 'r', label: 'R1', count: 2, connections: [createConnection({ host: '198.51.100.7', copies })] });

  const [{ label, connections: [copy] }] = renumber([{ ...original, id: 'copy' }], [original]);

  assert.deepEqual([label, copy.host, copy.copies], ['R3', '198.51.100.7', copies]);
});
