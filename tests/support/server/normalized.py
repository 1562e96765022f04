"""How much text is brought into Unicode's normal forms: on many marks in a row that takes a time that grows with its square."""

import unicodedata
from typing import Literal

import pytest

# What is that long takes a hundredth of a second at worst.
LONGEST = 2000


def watch_normalizing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return where the length of each text that is normalized from now on is noted."""
    lengths: list[int] = []
    normalize = unicodedata.normalize

    def note(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
        lengths.append(len(text))
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", note)
    return lengths
