import assert from 'node:assert/strict';
import test from 'node:test';

import { writeJson } from '../../../frontend/static/js/util/json-text.js';
import { frozenCopy } from '../../../frontend/static/js/util/freeze.js';

const ITEMS = frozenCopy([{ id: 'a', label: 'Ä "1"\u2028', x: 1.5, zone: null }, { id: 'b', connections: [{ host: '10.0.0.1' }] }]);

test('it writes what JSON.stringify writes', () => {
  for (const value of [
    {}, { a: undefined, b: null, c: [], d: [undefined], e: '\u2028"', f: true },
    { diagram: { schema: 1, title: 'Ü', settings: Object.freeze({ a: 1 }), nodes: [...ITEMS], links: [...ITEMS, { id: 'c' }] }, parts: ['x'] },
    { list: [[...ITEMS]], deep: { deeper: { items: [...ITEMS] } }, when: new Map() },
  ]) assert.equal(writeJson(value), JSON.stringify(value));
});

test('an item is written once, and another in its place anew', () => {
  let asked = 0;
  const item = Object.freeze({ id: 'a', get label() { asked += 1; return 'R1'; } });

  const first = writeJson({ nodes: [item] });
  assert.equal(writeJson({ nodes: [item] }), first);
  assert.equal(asked, 1);
  assert.equal(writeJson({ nodes: [Object.freeze({ id: 'a', label: 'R2' })] }), '{"nodes":[{"id":"a","label":"R2"}]}');
});
