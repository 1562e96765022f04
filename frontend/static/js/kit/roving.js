/** Makes a list of buttons one stop of the Tab key: the arrow keys, Home and End go from one to the next. */

/** @type {Readonly<Record<string, (at: number, last: number) => number>>} */
const STEPS = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at === 0 ? last : at - 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Let Tab reach one of *entries*, the one that had the focus last, and the arrow keys the others.
 * @param {readonly HTMLElement[]} entries In their order.
 */
export function connectRoving(entries) {
  for (const [at, entry] of entries.entries()) {
    entry.tabIndex = at === 0 ? 0 : -1;
    entry.addEventListener('focus', () => {
      for (const each of entries) each.tabIndex = each === entry ? 0 : -1;
    });
    entry.addEventListener('keydown', (event) => {
      const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      entries[step(at, entries.length - 1)].focus();
    });
  }
}
