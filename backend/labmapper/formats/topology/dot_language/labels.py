"""What labels in DOT say: lines of text, of labels with escapes and of such that are written in a kind of HTML."""

import html
import re
from itertools import islice

from labmapper.formats.topology.dot_language.graph import get_html, is_html

_LONGEST = 20_000
# More lines nobody puts into a drawing; each costs as much as a node.
_MOST_LINES = 60
_BREAK = re.compile(r"<\s*/?\s*(?:br|tr|td|table|hr|vr)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*+>")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def list_label_lines(label: str, node_id: str = "", graph_name: str = "") -> list[str]:
    r"""Return the lines of *label* that are not blank; ``\N`` in it is *node_id*, and ``\G`` *graph_name*."""
    label = label[:_LONGEST]
    if is_html(label):
        text = html.unescape(_strip_tags(get_html(label)))
    else:
        meanings = {"N": node_id, "G": graph_name, "n": "\n", "l": "\n", "r": "\n"}
        text = _ESCAPE.sub(lambda found: meanings.get(found[1], found[1]), label)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(islice((line for line in lines if line), _MOST_LINES))


def _strip_tags(markup: str) -> str:
    """Return the text in *markup* up to as many lines as are read, with the ends of lines for what breaks them."""
    pieces, at, breaks = [], 0, 0
    for tag in _TAG.finditer(markup):
        pieces.append(markup[at : tag.start()])
        at = tag.end()
        if _BREAK.match(tag[0]):
            pieces.append("\n")
            breaks += 1
        # Tables break a line several times for each line that they have.
        if breaks > 4 * _MOST_LINES:
            return "".join(pieces)
    return "".join([*pieces, markup[at:]])
