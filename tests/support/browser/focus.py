"""Where the focus is, and whether one sees it: what has it must look otherwise than without it."""

from playwright.sync_api import Page

MOST_STEPS = 150

# Notes what has the focus, or the row that stands for it, and how it looks; returns what looked the same once it was left.
STEP = """
() => {
  const look = (element) => {
    const own = getComputedStyle(element);
    const hasOutline = own.outlineStyle !== 'none' && parseFloat(own.outlineWidth) > 0;
    const line = getComputedStyle(element, '::after').backgroundColor;
    return [hasOutline ? own.outlineWidth + own.outlineColor : '', own.boxShadow, line].join(' ');
  };
  const state = window.focusWalk ??= { met: new Set() };
  const left = state.last;
  const holder = document.activeElement;
  const element = document.getElementById(holder.getAttribute('aria-activedescendant') ?? '') ?? holder;
  const isLeft = left && left.element !== element && left.element.isConnected;
  const unseen = isLeft && look(left.element) === left.look ? left.name : null;
  const isOver = state.met.has(element);
  state.met.add(element);
  const name = element.outerHTML.slice(0, 160);
  state.last = element === document.body ? null : { element, look: look(element), name };
  return { unseen, isOver, holder: holder.id };
}
"""


def walk_with(page: Page, key: str) -> tuple[int, list[str]]:
    """Press *key* until it leads to where it has led before; return how many places had the focus, and the unseen ones."""
    page.evaluate("delete window.focusWalk")
    # What was pressed with the mouse bears no ring.
    page.keyboard.press(key)
    unseen = []
    for place in range(MOST_STEPS):
        step = page.evaluate(STEP)
        if step["unseen"]:
            unseen.append(step["unseen"])
        if step["isOver"]:
            return place, unseen
        # On the drawing, Tab goes from thing to thing until Escape lets go of it.
        for each in ("Escape", "Escape", key) if step["holder"] == "canvas" else (key,):
            page.keyboard.press(each)
    raise AssertionError(f"{key} leads on and on")
