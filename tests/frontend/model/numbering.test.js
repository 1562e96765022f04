import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nameAt, nextLabel, rangeLabel, shiftHost } from '../../../frontend/static/js/model/numbering.js';

const single = (/** @type {string[]} */ ...labels) => labels.map((label) => ({ label, count: 1 }));

for (const [title, label, count, taken, expected] of /** @type {[string, string, number, { label: string, count: number }[], string][]} */ ([
  ['a free label stays', 'R1', 1, single('R2', 'SW1'), 'R1'],
  ['a taken one counts up', 'R1', 1, single('R1'), 'R2'],
  ['it counts past a whole stack', 'PC09', 1, [{ label: 'PC09', count: 11 }], 'PC20'],
  ['a stack needs room for all its names', 'PC1', 3, [...single('PC2'), { label: 'PC7', count: 2 }], 'PC3'],
  ['a gap that is too small is passed over', 'PC1', 3, single('PC1', 'PC4'), 'PC5'],
  ['the width of the number is kept', 'PC09', 1, single('PC09'), 'PC10'],
  ['other widths of the same number are met too', 'R9', 1, single('R09'), 'R10'],
  ['a name without a number gets one', 'Server', 1, single('Server', 'Server2'), 'Server3'],
  ['overlapping stacks are all passed', 'PC1', 1, [{ label: 'PC1', count: 10 }, { label: 'PC5', count: 2 }], 'PC11'],
])) {
  test(`next label: ${title}`, () => {
    assert.equal(nextLabel(label, count, taken), expected);
  });
}

for (const [label, count, expected] of /** @type {[string, number, string][]} */ ([
  ['R1', 1, 'R1'],
  ['PC09', 11, 'PC09…PC19'],
  ['pc{n:02}.lab', 11, 'pc01.lab…pc11.lab'],
  ['pc{n*2+10}', 2, 'pc12…pc14'],
  ['${n}', 2, '${n}'],
  ['Server', 3, 'Server'],
  ['student1', 8, 'student1…student8'],
])) {
  test(`the names of ${label} times ${count} are shown as ${expected}`, () => {
    assert.equal(rangeLabel(label, count), expected);
  });
}

test('a name in the middle of a stack keeps its width', () => {
  assert.equal(nameAt('PC008', 3), 'PC011');
});

for (const [host, shift, expected] of /** @type {[string, number, string][]} */ ([
  ['10.0.10.109', 11, '10.0.10.120'],
  ['10.0.10.250', 11, '10.0.10.250'],
  ['pc09.lab', 2, 'pc09.lab'],
  ['pc09', 2, 'pc11'],
  ['', 2, ''],
])) {
  test(`the address "${host}" counted up by ${shift} is "${expected}"`, () => {
    assert.equal(shiftHost(host, shift), expected);
  });
}
