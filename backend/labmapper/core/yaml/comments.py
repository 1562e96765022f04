"""Where comments stand in a YAML file, which nothing that reads its values sees."""

from collections.abc import Iterator

import yaml


def list_comments(text: str) -> tuple[int, ...]:
    """Return the lines of *text*, which is sound YAML, that have a comment; they count from 1.

    A comment behind a directive, or behind the ``|`` or ``>`` of a text of several lines, is not seen.
    """
    if "#" not in text:
        return ()
    return tuple(_iter_comments(text))


def _iter_comments(text: str) -> Iterator[int]:
    """Yield the lines in which a ``#`` stands between what is written."""
    end, line = 0, 1
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if event.start_mark and event.end_mark:
            yield from _iter_lines(text, end, event.start_mark.index, line)
            end, line = event.end_mark.index, event.end_mark.line + 1


def _iter_lines(text: str, start: int, end: int, line: int) -> Iterator[int]:
    """Yield the lines that have a ``#`` between *start*, which is on *line*, and *end*."""
    if text.find("#", start, end) < 0:
        return
    for number, part in enumerate(text[start:end].split("\n"), start=line):
        if "#" in part:
            yield number
