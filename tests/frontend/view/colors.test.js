import assert from 'node:assert/strict';
import { test } from 'node:test';

import { blend } from '../../../frontend/static/js/view/colors.js';

for (const [base, tint, expected] of [
  ['#ffffff', 'rgba(0, 0, 0, 0.5)', 'rgb(128, 128, 128)'],
  ['rgb(250, 251, 252)', 'rgb(47 125 79 / 10%)', 'rgb(230, 238, 235)'],
  ['rgb(10, 20, 30)', 'rgb(200, 100, 50)', 'rgb(200, 100, 50)'],
  ['#15181d', 'rgba(0, 0, 0, 0)', 'rgb(21, 24, 29)'],
]) {
  test(`${tint} over ${base} is ${expected}`, () => assert.equal(blend(base, tint), expected));
}
