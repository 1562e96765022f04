/** Offers the tour until it was taken. */

const KEY = 'labmapper-tour';

/**
 * Return whether the tour was taken before, and what starts it.
 * @param {Storage} storage
 * @param {import('./late.js').Late} late
 */
export function connectTour(storage, late) {
  let isDone = storage.getItem(KEY) !== null;
  /** @type {import('../panels/tour.js').Tour | undefined} */
  let tour;
  const start = late(() => import('../panels/tour.js'), ({ Tour }) => {
    tour ??= new Tour();
    tour.start();
    isDone = true;
    storage.setItem(KEY, 'done');
  });
  return { get isDone() { return isDone; }, start };
}
