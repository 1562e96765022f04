"""Names for user types and device types: the keys of ``config.yaml``, made from what is drawn."""

import re

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NO_WORD = re.compile(r"[\W_]+")


class TypeNames:
    """Hands out each name once: ``pc``, then ``pc-2``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, label: str, otherwise: str) -> str:
        """Return a free name for what is labelled *label*: its words, or *otherwise* where it has none."""
        words = label if label.isalnum() else _NO_WORD.sub("-", _PLACEHOLDER.sub("", label)).strip("-")
        words = words.lower()
        stem = words.rstrip("0123456789").rstrip("-") or words or otherwise
        name = stem
        while name in self._taken:
            self._last[stem] = self._last.get(stem, 1) + 1
            name = f"{stem}-{self._last[stem]}"
        self._taken.add(name)
        return name
