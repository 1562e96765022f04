/** Does what costs a request for each row of a list only once the row is in sight, one after the other. */

/** @type {Promise<void>} */
let turn = Promise.resolve();

/** @type {WeakMap<Element, () => Promise<void>>} */
const waiting = new WeakMap();

const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const act = waiting.get(target);
    if (!isIntersecting || !act) continue;
    sight.unobserve(target);
    turn = turn.then(() => (target.isConnected ? act() : undefined)).catch(() => {});
  }
});

/**
 * Do *act* once *row* is in sight, after what was in sight before. A row that is gone by then is passed over, and what fails
 * is left out.
 * @param {Element} row
 * @param {() => Promise<void>} act
 */
export function whenInSight(row, act) {
  waiting.set(row, act);
  sight.observe(row);
}
