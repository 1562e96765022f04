/** Offers the tour until it was taken. */

const KEY = 'labmapper-tour';

/**
 * Return whether the tour was taken before, and what starts it.
 * @param {Storage} storage
 * @param {import('./late.js').Late} late
 */
export function connectTour(storage, late) {
  let isDone = wasTaken(storage);
  /** @type {import('../panels/tour.js').Tour | undefined} */
  let tour;
  const start = late(() => import('../panels/tour.js'), ({ Tour }) => {
    tour ??= new Tour();
    tour.start();
    isDone = true;
    remember(storage);
  });
  return { get isDone() { return isDone; }, start };
}

/** @param {Storage} storage */
function wasTaken(storage) {
  try {
    return storage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** @param {Storage} storage */
function remember(storage) {
  try {
    storage.setItem(KEY, 'done');
  } catch {
    // It is then offered again on the next page.
  }
}
