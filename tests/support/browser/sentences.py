"""What is on a page in the pseudo-language, by what should not be: sentences that nobody could translate, and overflow."""

from playwright.sync_api import Page

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


def find_untranslated(page: Page, known: frozenset[str]) -> list[str]:
    """Return the texts on *page* that are neither in brackets nor made of *known* words, each with where it stands."""
    pieces: list[list[str]] = page.evaluate(_FIND_TEXTS)
    return [where for where, piece in pieces if not _is_known(piece, known)]


def find_overflow(page: Page) -> list[str]:
    """Return what on *page* is wider than its box, unless it is made to scroll, to be cut short or to reach into a margin."""
    found: list[str] = page.evaluate(_FIND_OVERFLOW)
    return found


def _is_known(piece: str, known: frozenset[str]) -> bool:
    """Return whether *piece* consists of *known* words, numbers and signs, the longest words first."""
    for word in sorted(known, key=len, reverse=True):
        piece = piece.replace(word, " ")
    return not any(letter.isalpha() for letter in piece)
