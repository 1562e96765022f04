// What preview.py lets the pages do: `follow` on the editor's page, `askBare` on that of the bare route.
() => {
  const longest = [];
  new PerformanceObserver((list) => longest.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });

  // From the next key to the first frame after the drawer and the counts have changed; and the longest task of the main
  // thread meanwhile, 0 where none took more than 50 ms.
  window.follow = () => new Promise((done) => {
    const parts = ['#preview-xml', '#status'].map((selector) => document.querySelector(selector));
    const waiting = new Set(parts);
    let start = 0;
    longest.length = 0;
    addEventListener('keydown', (event) => { start = event.timeStamp; }, { capture: true, once: true });
    const finish = () => setTimeout(() => done({ follow: performance.now() - start, task: Math.max(0, ...longest) }), 0);
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) for (const part of parts) if (part.contains(target)) waiting.delete(part);
      if (waiting.size > 0) return;
      observer.disconnect();
      requestAnimationFrame(finish);
    });
    for (const part of parts) observer.observe(part, { childList: true, characterData: true, subtree: true });
  });

  window.askBare = async (text) => {
    const drawing = JSON.parse(text);
    const start = performance.now();
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch('/', { method: 'POST', headers, body: new Blob([JSON.stringify(drawing)]) });
    await response.json();
    return performance.now() - start;
  };
}
