"""Counts lines: the line of a position in a text, quick for positions that come in order."""


class LineCounter:
    """Tells on which line a position of *text* is; each stretch of it is counted once if positions only grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._line = 1

    def count(self, position: int) -> int:
        """Return the line of *position*, counted from 1."""
        if position >= self._position:
            self._line += self._text.count("\n", self._position, position)
        else:
            self._line -= self._text.count("\n", position, self._position)
        self._position = position
        return self._line
