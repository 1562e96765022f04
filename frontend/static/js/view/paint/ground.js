/** Paints the ground under text, so that it stays readable where cables cross, in the colour that is there anyway. */

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {{ box: Box, zone: string | null }} Ground A box, and the zone in which it lies. */

/**
 * Paint *grounds*.
 * @param {Frame} frame
 * @param {readonly Ground[]} grounds
 */
export function paintGrounds(frame, grounds) {
  /** @type {Map<string | null, Box[]>} */
  const byZone = new Map();
  for (const { box, zone } of grounds) {
    const boxes = byZone.get(zone);
    if (boxes) boxes.push(box);
    else byZone.set(zone, [box]);
  }
  for (const [zone, boxes] of byZone) {
    frame.ctx.beginPath();
    for (const { x, y, width, height } of boxes) frame.ctx.rect(x, y, width, height);
    for (const color of colorsIn(frame, zone)) {
      frame.ctx.fillStyle = color;
      frame.ctx.fill();
    }
  }
}

/**
 * Return the colours that lie on each other in the zone *zone*.
 * @param {Frame} frame
 * @param {string | null} zone
 */
function colorsIn({ scene, theme }, zone) {
  const colors = [];
  for (let each = scene.zone(zone ?? ''); each; each = scene.zone(each.zone ?? '')) {
    colors.unshift(each.pod === null ? theme.zoneTint : theme.podTint);
  }
  return [theme.canvas, ...colors];
}
