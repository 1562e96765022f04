"""What YAML leaves out of values that were meant as text: ``&x`` before one, which it takes for an anchor, and what is behind a blank and ``#``.

Both are sound YAML, so that they can be meant: an anchor that nothing refers to, and a comment without a blank behind a
log-in, most likely are not.
"""

import re
from collections.abc import Iterator

import yaml

from labmapper.core.problems import Place, Problem

_GLUED = re.compile(r"[ \t]+(#[^\s#]\S{0,20})")
_LOG_INS = ("password", "passphrase", "username")
# Of a kind; a file may have hundreds of thousands of values.
_MOST_TOLD = 20


class LeftOut:
    """Collects what is left out of the values of *text* while it is parsed."""

    def __init__(self, text: str) -> None:
        """Look at the events of *text*, which come in order."""
        self._text = text
        self._has_comments = "#" in text
        self._key = ""
        self._anchors: dict[str, int] = {}
        self._comments: list[Problem] = []

    def add(self, event: yaml.NodeEvent) -> None:
        """Take the next *event*."""
        if isinstance(event, yaml.AliasEvent):
            self._anchors.pop(event.anchor or "", None)
        if not isinstance(event, yaml.ScalarEvent):
            return
        line = event.start_mark.line + 1 if event.start_mark else 0
        if event.anchor and not event.style:
            self._anchors[event.anchor] = line
        if self._has_comments and not event.style and self._key.endswith(_LOG_INS):
            self._look_behind(event, line)
        self._key = event.value

    def tell(self) -> Iterator[Problem]:
        """Yield a warning for each, a few of a kind."""
        yield from self._comments
        # Either may be half of a password, which no message repeats.
        for line in list(self._anchors.values())[:_MOST_TOLD]:
            yield Problem.warning("yaml-left-out", Place(line=line), variant="anchor", line=line)

    def _look_behind(self, event: yaml.ScalarEvent, line: int) -> None:
        comment = _GLUED.match(self._text, event.end_mark.index) if event.end_mark else None
        if comment and len(self._comments) < _MOST_TOLD:
            self._comments.append(Problem.warning("yaml-left-out", Place(line=line), variant="comment", line=line))
