"""What is on a page in the pseudo-language, by what should not be: sentences that nobody could translate, and overflow."""

import calendar
from collections.abc import Collection

from playwright.sync_api import Page

from labmapper.web.static_files.assets import load_examples

NARROW, WIDE = (390, 844), (1280, 800)
# Names, and words that are the same in every language.
NAMES = (
    "student01",
    "student02",
    "R1",
    "LAN1",
    "Gate",
    "Pod",
    "Hello",
    "Lab",
    "core",
    "10.0.0.1",
    "10.0.{pod}.1",
    "eth0",
    "Ann",
    "backup",
)
# What is the same in every language.
TECHNICAL = (
    "Labmapper",
    "Guacamole",
    "XML",
    "YAML",
    "PGSQL",
    "MYSQL",
    "IMPORT",
    "LINKS",
    "SHA-256",
    "JavaScript",
    "KiB",
    "MiB",
    "UTC",
    "Untitled lab",
    "${GUAC_USERNAME}",
    "user-mapping.xml",
    "config.yaml",
)
# What the browser itself writes: times in words.
TIMES = (*calendar.day_name, *calendar.month_name[1:], " at ", "AM", "PM")
EXAMPLES = tuple(each["title"] for each in load_examples())
KNOWN = frozenset([*NAMES, *EXAMPLES, *TECHNICAL, *TIMES, "Untitled lab"])

# What stands outside of brackets: each block of text and each label without what is in brackets, one piece a line.
_FIND_TEXTS = """() => {
  const KEPT = 'script, style, template, noscript, pre, code, time, kbd, svg, textarea, .hash, [data-technical]';
  const pieces = new Map();
  const bare = (text) => {
    let depth = 0, outside = '';
    for (const sign of text) {
      if (sign === '[') depth += 1;
      else if (sign === ']') depth -= 1;
      else if (depth <= 0) outside += sign;
      if (sign === ']' && depth === 0) outside += '\\n';
    }
    return outside.split('\\n').map((each) => each.replace(/\\s+/g, ' ').trim()).filter((each) => /\\p{L}{2}/u.test(each));
  };
  const add = (text, where) => { for (const piece of bare(text)) pieces.set(`${piece} <${where}>`, piece); };
  const name = (element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${element.className}`;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const isInline = (element) => ['A', 'B', 'CODE', 'EM', 'KBD', 'SPAN', 'STRONG', 'TIME'].includes(element.tagName)
    && getComputedStyle(element).display.startsWith('inline');
  const blocks = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest(KEPT)?.tagName.match(/script|style|template|noscript/i) || !isSeen(parent)) continue;
    let block = parent;
    while (isInline(block) && block.parentElement) block = block.parentElement;
    const text = parent.closest(KEPT) ? ' ' : walker.currentNode.data;
    blocks.set(block, `${blocks.get(block) ?? ''}${text}`);
  }
  for (const [block, text] of blocks) add(text, name(block));
  for (const element of document.querySelectorAll('body *')) {
    if (!isSeen(element) || element.matches('script')) continue;
    for (const attribute of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'data-label']) {
      const text = element.getAttribute(attribute);
      if (text && !element.matches('time')) add(text, `${name(element)} ${attribute}`);
    }
  }
  add(document.title, 'title');
  return [...pieces];
}"""

_FIND_OVERFLOW = """() => {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} of ${root.clientWidth} wide`);
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const mayClip = ['auto', 'scroll'].includes(style.overflowX) || style.textOverflow === 'ellipsis'
      || style.display.startsWith('inline') && !style.display.includes('-') || style.display === 'contents'
      || element.matches('input, textarea, select, option, svg, svg *, canvas, .visually-hidden, .visually-hidden *, .references, .references ul, .section-head, td.thumbnail');
    if (mayClip || !element.clientWidth || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.scrollWidth > element.clientWidth + 1) {
      const name = `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${element.className}`;
      found.push(`${name}: ${element.scrollWidth} of ${element.clientWidth}: ${element.textContent.trim().slice(0, 60)}`);
    }
  }
  return found;
}"""


def show_wide(page: Page) -> None:
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def check_now(page: Page, names: Collection[str] = ()) -> None:
    """Check what is on *page*, with more *names* on it, in the window as it is: another width would close menus."""
    page.wait_for_load_state()
    assert _find_untranslated(page, names) == []
    assert _find_overflow(page) == []


def check_texts(page: Page, names: Collection[str] = ()) -> None:
    """Check what is on *page*, with more *names* on it, on a narrow and on a wide window."""
    for width, height in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": height})
        check_now(page, names)


def _find_untranslated(page: Page, names: Collection[str]) -> list[str]:
    """Return the texts on *page* that are neither in brackets nor made of known words and *names*, each with where it stands."""
    pieces: list[list[str]] = page.evaluate(_FIND_TEXTS)
    return [where for where, piece in pieces if not _is_known(piece, KNOWN.union(names))]


def _find_overflow(page: Page) -> list[str]:
    """Return what on *page* is wider than its box, unless it is made to scroll, to be cut short or to reach into a margin."""
    found: list[str] = page.evaluate(_FIND_OVERFLOW)
    return found


def _is_known(piece: str, known: Collection[str]) -> bool:
    """Return whether *piece* consists of *known* words, numbers and signs, the longest words first."""
    for word in sorted(known, key=len, reverse=True):
        piece = piece.replace(word, " ")
    return not any(letter.isalpha() for letter in piece)
