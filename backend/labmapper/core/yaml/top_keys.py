"""The keys at the top of a JSON object or a YAML mapping in braces, found without reading the file: which format is it?"""

import re
from collections.abc import Iterator
from itertools import islice

BOM = b"\xef\xbb\xbf"
# What may stand before a YAML document: blanks, comments, directives and the line that begins it.
_BEFORE = re.compile(rb"(?:\s++|#[^\n]*+|%[^\n]*+\n|---(?=\s))*+")
# A text that has no end is one to the end of the file, so that this never looks at anything twice.
_TOKENS = re.compile(
    rb"""(?P<text>"(?:[^"\\]++|(?:\\.)++)*+(?:"|\\?\Z)|(?<=[\s{\[,:])'[^']*+(?:'|\Z))"""
    rb"|(?P<mark>[{}\[\],:])|(?<=\s)\#[^\n]*|(?P<word>[^\s\"{}\[\],:]+)|\s+|.",
    re.DOTALL,
)
# Texts, words, marks and blanks between them: what the tools write has all its keys long before.
_MOST_TOKENS = 100_000


def find_start(data: bytes) -> int:
    """Return where *data* begins when blanks, comments and what else may precede a YAML document are passed over."""
    start = len(BOM) if data.startswith(BOM) else 0
    found = _BEFORE.match(data, start)
    return found.end() if found else start


def iter_top_keys(data: bytes) -> Iterator[str]:
    """Yield the keys of the mapping in braces that *data* begins with, in their order; none where it begins otherwise.

    Only the beginning of a large file is looked at, texts counted once however long they are.
    """
    depth, key = 0, ""
    start = find_start(data)
    if data[start : start + 1] != b"{":
        return
    for token in islice(_TOKENS.finditer(data, start), _MOST_TOKENS):
        mark = token["mark"]
        if mark in (b"{", b"["):
            depth += 1
        elif mark in (b"}", b"]"):
            depth -= 1
        if depth == 0:
            return
        if depth > 1 or mark in (b"{", b","):
            key = ""
        elif mark == b":" and key:
            yield key
            key = ""
        elif token["text"] or token["word"]:
            key = token.group().strip(b"\"'").decode(errors="replace")
