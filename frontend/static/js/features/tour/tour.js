/** Starts the guided tour, and remembers that it was taken. */

const KEY = 'labmapper-tour';

/** @typedef {{ readonly isDone: boolean, start: () => Promise<void> }} TourOffer */

/**
 * Return whether the tour was taken before, and what starts it.
 * @param {import('../../context.js').Editor} editor
 * @returns {TourOffer}
 */
export function connectTour({ lazy, storage }) {
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
