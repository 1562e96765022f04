/** Tab lists with arrow-key navigation. */

/**
 * Make the tabs in *list* work and return a function that chooses one by its id.
 * @param {HTMLElement} list An element with the role tablist.
 * @param {(id: string) => unknown} [onChoose] Called with the id of the tab that was chosen.
 * @returns {(id: string) => void}
 */
export function connectTabs(list, onChoose = () => {}) {
  const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('[role="tab"]'))];
  const choose = (/** @type {string} */ id) => {
    for (const tab of tabs) mark(tab, tab.id === id);
    onChoose(id);
  };
  list.addEventListener('click', (event) => {
    const tab = tabs.find((each) => event.target instanceof Node && each.contains(event.target));
    if (tab) choose(tab.id);
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.findIndex((tab) => tab === event.target);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !step) return;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    event.preventDefault();
    choose(next.id);
    next.focus();
  });
  return choose;
}

/**
 * @param {HTMLElement} tab
 * @param {boolean} isChosen
 */
function mark(tab, isChosen) {
  tab.setAttribute('aria-selected', String(isChosen));
  tab.tabIndex = isChosen ? 0 : -1;
  const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
  if (panel) panel.hidden = !isChosen;
}
