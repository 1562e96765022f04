import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PAPERS, PIXEL, shareOut } from '../../../../frontend/static/js/features/pictures/sheets.js';

test('a wide picture lies on a sheet that is turned, as large as the sheet has room', () => {
  const { paper, parts, scale } = shareOut({ width: 2000, height: 1000 }, 'a4');

  assert.deepEqual(paper, { width: 297, height: 210 });
  assert.deepEqual(parts, [{ x: 0, y: 0, width: 2000, height: 1000 }]);
  assert.ok(Math.abs(2000 * scale * PIXEL - 277) < 0.01);
});

test('a small picture is enlarged by half and no more', () => {
  assert.equal(shareOut({ width: 100, height: 100 }, 'a4').scale, 1.5);
});

test('at its real size a large picture covers as many sheets as it needs, each repeating the border of the one before', () => {
  const size = { width: 3000, height: 2000 };

  const { parts, scale, columns, paper } = shareOut(size, 'letter', { isTiled: true });

  assert.equal(scale, 1);
  assert.ok(parts.length > 1 && parts.length % columns === 0);
  assert.ok(parts[1].x < parts[0].x + parts[0].width);
  const last = parts[parts.length - 1];
  assert.ok(last.x + last.width >= size.width && last.y + last.height >= size.height);
  assert.deepEqual([paper.width, paper.height].sort(), [PAPERS.letter.width, PAPERS.letter.height].sort());
});

test('a picture that fits is on one sheet, however it is asked for', () => {
  const { parts, scale } = shareOut({ width: 300, height: 200 }, 'a4', { isTiled: true });

  assert.deepEqual([parts.length, scale], [1, 1.5]);
});

test('the largest drawing fills a bounded number of sheets', () => {
  const { parts } = shareOut({ width: 2_000_000, height: 1_000_000 }, 'a3', { isTiled: true });

  assert.ok(parts.length <= 64);
});

test('the line with the title takes room from the picture', () => {
  const size = { width: 1000, height: 3000 };

  assert.ok(shareOut(size, 'a4', { hasFoot: true }).scale < shareOut(size, 'a4').scale);
});
