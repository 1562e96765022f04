/** Borders between panels that can be dragged or moved with the arrow keys. Sizes are stored in this browser. */

/**
 * @typedef {object} Resizing
 * @property {string} property The custom property on the body that holds the size, for example `--right`.
 * @property {'x' | 'y'} axis
 * @property {number} min
 * @property {number} max
 * @property {number} initial
 * @property {Storage} storage
 */

const STEP = 16;

/**
 * Make *handle* change the size of the panel that follows it.
 * @param {HTMLElement} handle An element with the role separator.
 * @param {Resizing} resizing
 */
export function connectResizer(handle, { property, axis, min, max, initial, storage }) {
  const key = `labmapper-size${property}`;
  let size = initial;
  const apply = (/** @type {number} */ wanted) => {
    size = Math.round(Math.min(max, Math.max(min, wanted)));
    document.body.style.setProperty(property, `${size}px`);
    handle.setAttribute('aria-valuenow', String(size));
  };
  const keep = () => storage.setItem(key, String(size));
  handle.setAttribute('aria-valuemin', String(min));
  handle.setAttribute('aria-valuemax', String(max));
  apply(Number(storage.getItem(key)) || initial);
  handle.addEventListener('pointerdown', (event) => drag(event, handle, axis, size, apply, keep));
  handle.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    apply(size + step * STEP);
    keep();
  });
  handle.addEventListener('dblclick', () => {
    apply(initial);
    keep();
  });
}

/**
 * @param {PointerEvent} start
 * @param {HTMLElement} handle
 * @param {'x' | 'y'} axis
 * @param {number} size
 * @param {(size: number) => void} apply
 * @param {() => void} keep
 */
function drag(start, handle, axis, size, apply, keep) {
  const listening = new AbortController();
  const { signal } = listening;
  handle.setPointerCapture(start.pointerId);
  handle.classList.add('is-dragging');
  handle.addEventListener('pointermove', (event) => apply(size + start[axis] - event[axis]), { signal });
  const end = () => {
    listening.abort();
    handle.classList.remove('is-dragging');
    keep();
  };
  handle.addEventListener('pointerup', end, { signal });
  handle.addEventListener('pointercancel', end, { signal });
}
