"""What lies in the window: everything that can be pressed or typed into must, or be scrolled to."""

from playwright.sync_api import Page

# Controls in a box that scrolls down may lie below; the box itself must be in the window, and they within its sides.
FIND_OUTSIDE = """
() => {
  const scrolls = (element) => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight) return each;
    }
    return null;
  };
  const frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const lies = (inner, outer, isDownFree) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
    && (isDownFree || (inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1));
  const controls = [...document.querySelectorAll('a, button, input, select, textarea, summary, [role=tab], [role=checkbox]')];
  return controls.filter((control) => {
    const box = control.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || control.matches('.skip') || !control.checkVisibility({ visibilityProperty: true })) return false;
    const scroller = scrolls(control);
    if (!scroller) return !lies(box, frame, false);
    return !lies(box, scroller.getBoundingClientRect(), true) || !lies(scroller.getBoundingClientRect(), frame, false);
  }).map((control) => control.outerHTML.slice(0, 160));
}
"""


def expect_in_window(page: Page) -> None:
    """Make sure that no control that is shown on *page* lies outside of the window, where nothing scrolls to it."""
    assert page.evaluate(FIND_OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
