/**
 * The light and dark theme: applies the stored choice before the first paint; a button or the event `themetoggle` changes it.
 * A classic script in the head of every page, because a module would run after the paint.
 */
(() => {
  const KEY = 'labmapper-theme';
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');

  const remember = (/** @type {string} */ theme) => {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Storage is switched off: the choice then lasts as long as the page.
    }
  };
  const recall = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const apply = () => {
    root.dataset.theme = recall() ?? (system.matches ? 'dark' : 'light');
  };

  const flip = () => {
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    remember(root.dataset.theme);
  };

  apply();
  system.addEventListener('change', apply);
  document.addEventListener('themetoggle', flip);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-theme-toggle]')) flip();
  });
})();
