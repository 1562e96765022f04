/** Offers the tour until it was taken. */

const KEY = 'labmapper-tour';

/**
 * Return whether the tour was taken before, and what starts it.
 * @param {Storage} storage
 * @param {import('../../kit/lazy-load.js').LazyLoad} lazy
 */
export function connectTour(storage, lazy) {
  let isDone = storage.getItem(KEY) !== null;
  /** @type {import('./guided-tour.js').Tour | undefined} */
  let tour;
  const start = lazy(() => import('./guided-tour.js'), ({ Tour }) => {
    tour ??= new Tour();
    tour.start();
    isDone = true;
    storage.setItem(KEY, 'done');
  });
  return { get isDone() { return isDone; }, start };
}
