"""A language that nobody speaks: every sentence longer, accented and in brackets, made from the sentences in the sources.

What is not in brackets on a page in it went past ``t`` or past the collecting of sentences, and cannot be translated.
"""

import re
from pathlib import Path

from messages import collect, render_catalogue

LANGUAGE = "en-XA"
_ACCENTS = str.maketrans("AaCcEeIiNnOoUuYyZz", "ÅåÇçÉéÎîÑñÖöÛûÝýŽž")
_PADDING = "ẽñļöñĝ"


def write_pseudo(directory: Path) -> None:
    """Write the catalogue of the language into *directory*."""
    translated = collect()
    for message in translated:
        if message.id:
            forms = message.id
            message.string = pseudo(forms) if isinstance(forms, str) else tuple(pseudo(each) for each in forms)
    (directory / f"{LANGUAGE}.json").write_text(render_catalogue(translated), encoding="utf-8")


def pseudo(sentence: str) -> str:
    """Return *sentence* in the language, two fifths longer, with its places as they are."""
    parts = re.split(r"(\{+\w+(?::,)?\}+)", sentence)
    accented = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
    length = len(sentence) * 2 // 5
    return f"[{accented}{_pad(length)}]"


def _pad(length: int) -> str:
    """Return *length* characters of words."""
    return "".join(f" {_PADDING}" for _ in range(length // 7 + 1))[:length].rstrip()
