import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { COLOR_NAMES } from '../../../frontend/static/js/model/style-values.js';
import { blend, thin } from '../../../frontend/static/js/view/colors.js';
import { tintsOfNote, tintsOfShape, tintsOfZone } from '../../../frontend/static/js/view/tints.js';

for (const [base, tint, expected] of [
  ['#ffffff', 'rgba(0, 0, 0, 0.5)', 'rgb(128, 128, 128)'],
  ['rgb(250, 251, 252)', 'rgb(47 125 79 / 10%)', 'rgb(230, 238, 235)'],
  ['rgb(10, 20, 30)', 'rgb(200, 100, 50)', 'rgb(200, 100, 50)'],
  ['#15181d', 'rgba(0, 0, 0, 0)', 'rgb(21, 24, 29)'],
]) {
  test(`${tint} over ${base} is ${expected}`, () => assert.equal(blend(base, tint), expected));
}

/** What the style sheet says of each token, in light and in dark. */
const TOKENS = [...readFileSync(new URL('../../../frontend/static/css/tokens.css', import.meta.url), 'utf-8')
  .matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}|rgb\([^)]+\)), (#[0-9a-f]{6}|rgb\([^)]+\))\)/g)];

/** @param {2 | 3} side */
function themeOf(side) {
  const all = TOKENS.map((found) => [found[1].replace(/^paint-/, '').replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), found[side]]);
  return /** @type {import('../../../frontend/static/js/view/colors.js').Theme} */ (Object.fromEntries(all));
}

/** @param {string} color */
function luminanceOf(color) {
  const parts = (blend('#000000', color).match(/\d+/g) ?? []).map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

/**
 * @param {string} one
 * @param {string} other
 */
function contrastOf(one, other) {
  const [dark, bright] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

for (const [name, side] of /** @type {const} */ ([['light', 2], ['dark', 3]])) {
  for (const color of COLOR_NAMES) {
    test(`text in ${color} can be read on everything that is ${color}, and text on paper of it, when it is ${name}`, () => {
      const theme = themeOf(side);
      const item = /** @type {any} */ ({ color, pod: null });

      const zone = tintsOfZone(theme, item);
      const paper = tintsOfNote(theme, item);
      const shape = tintsOfShape(theme, item);

      assert.ok(contrastOf(zone.text, blend(theme.canvas, zone.fill)) >= 4.5);
      assert.ok(contrastOf(shape.text, blend(blend(theme.canvas, zone.fill), shape.fill)) >= 4.5);
      assert.ok(contrastOf(theme.muted, blend(theme.canvas, zone.fill)) >= 4.5);
      assert.ok(contrastOf(paper.text, paper.fill) >= 4.5);
      assert.ok(contrastOf(shape.line, theme.canvas) >= 3);
    });
  }
}

test('a colour is thinned by its share', () => {
  assert.equal(thin('#102030', 0.25), 'rgba(16, 32, 48, 0.25)');
});
