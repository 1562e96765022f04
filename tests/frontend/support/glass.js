/** A window without a browser, for what paints: canvases that only count, and frames that come when a test wants them. */

/** @typedef {{ calls: number, width: number, height: number, drawn: unknown[][], style: { visibility?: string } }} CountingCanvas `drawn` are the pictures drawn on it, and where. */

/** Put a window into the place of the one that Node lacks; return its canvases, and what lets the next frame come. */
export function openWindow() {
  /** @type {CountingCanvas[]} */
  const canvases = [];
  /** @type {(() => void)[]} */
  const frames = [];
  const observer = class {
    observe() {}

    disconnect() {}
  };
  Object.assign(globalThis, {
    document: { documentElement: { dataset: {} }, createElement: (/** @type {string} */ tag) => (tag === 'canvas' ? addCanvas(canvases) : makeElement()) },
    getComputedStyle: () => ({ getPropertyValue: () => '#123456' }),
    matchMedia: () => new EventTarget(),
    MutationObserver: observer,
    ResizeObserver: observer,
    Path2D: class {},
    devicePixelRatio: 1,
    requestAnimationFrame: (/** @type {() => void} */ paint) => frames.push(paint),
    cancelAnimationFrame: () => {},
  });
  const nextFrame = () => {
    for (const paint of frames.splice(0)) paint();
  };
  return { canvases, nextFrame };
}

/** A part of the page that takes anything. */
export function makeElement() {
  return { style: {}, hidden: false, setAttribute() {}, append() {}, remove() {} };
}

/** @param {CountingCanvas[]} canvases */
function addCanvas(canvases) {
  const canvas = { ...makeElement(), calls: 0, width: 0, height: 0, drawn: /** @type {unknown[][]} */ ([]), getContext: () => ctx };
  const ctx = new Proxy({}, {
    get: (_, name) => (name === 'canvas' ? canvas : (/** @type {unknown[]} */ ...values) => {
      canvas.calls += 1;
      if (name === 'drawImage') canvas.drawn.push(values);
      return { width: 40 };
    }),
    set: () => true,
  });
  canvases.push(canvas);
  return canvas;
}
