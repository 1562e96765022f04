"""What labels in DOT say: lines of text, of labels with escapes and of such that are written in a kind of HTML."""

import html
import re

from labmapper.formats.topology.dot_language.graph import get_html, is_html

_LONGEST = 20_000
_BREAK = re.compile(r"<\s*/?\s*(?:br|tr|td|table|hr|vr)\b[^<>]*+>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*+>")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def list_label_lines(label: str, node_id: str = "", graph_name: str = "") -> list[str]:
    r"""Return the lines of *label* that are not blank; ``\N`` in it is *node_id*, and ``\G`` *graph_name*."""
    label = label[:_LONGEST]
    if is_html(label):
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", get_html(label))))
    else:
        meanings = {"N": node_id, "G": graph_name, "n": "\n", "l": "\n", "r": "\n"}
        text = _ESCAPE.sub(lambda found: meanings.get(found[1], found[1]), label)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]
