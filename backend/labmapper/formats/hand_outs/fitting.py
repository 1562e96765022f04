"""Which size of slips a group needs so that no log-in is cut off: by how much room its texts take when they are printed."""

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Millimetres of a point; heights of lines of the fonts in `page.STYLE`, and how wide their letters are, in their height.
_POINT = 0.353
_TEXT, _SMALL, _TITLE, _SECRET, _LONG_SECRET = 9 * _POINT, 8 * _POINT, 10 * _POINT, 12 * _POINT, 9 * _POINT
_FIXED, _NARROW, _CAPITAL, _IDEOGRAPH = 0.67, 0.56, 0.8, 1.05
# The names of the entries stand beside them. Words that do not fit leave a part of their line empty.
_LABELS, _LABEL, _BESIDE_LABEL, _WASTE = 15.5, 7 * _POINT, 2.3, 1.15
_MOST_TITLE_LINES = 2
LONG = 22


@dataclass(frozen=True, slots=True)
class Size:
    """So many slips a page, each with so much room inside, in millimetres; *lines* is the most of the names of devices."""

    slips: int
    width: float
    height: float
    gap: float
    code: float
    lines: int


@dataclass(frozen=True, slots=True)
class SlipText:
    """What stands on a slip, as far as it takes room; *labels* are the names of the entries."""

    head: str
    title: str
    plain: tuple[str, ...]
    secrets: tuple[str, ...]
    devices: str
    foot: str
    has_code: bool
    labels: tuple[str, ...] = ()


# Letter is lower than A4.
SIZES = (
    Size(10, 75.6, 46.0, 0.8, 23.0, 2),
    Size(8, 89.0, 55.5, 1.6, 27.0, 4),
    Size(4, 194.0, 55.5, 1.6, 27.0, 4),
)


def choose_size(texts: Iterable[SlipText], wanted: int) -> Size | None:
    """Return the size that holds all of *texts*, *wanted* slips a page or fewer; None where no slip does."""
    fitting = [size for size in SIZES if size.slips <= wanted]
    for text in texts:
        while fitting and count_device_lines(text, fitting[0]) < min(1, len(text.devices)):
            fitting.pop(0)
    return fitting[0] if fitting else None


def count_device_lines(text: SlipText, size: Size) -> int:
    """Return how many lines are left on a slip for the names of devices; less than none where the others do not fit."""
    labels = max((_measure(each, _LABEL) + _BESIDE_LABEL for each in text.labels), default=0.0)
    width = size.width - max(labels, _LABELS) - (size.code if text.has_code else 0)
    beside = _measure(text.head, _TEXT)
    title = min(_count_lines(text.title, _TITLE, size.width - beside - 3), _MOST_TITLE_LINES)
    used = title * _TITLE * 1.2 + _count_lines(text.foot, _SMALL, size.width) * _SMALL * 1.3 + 2
    used += sum(_count_lines(each, _TEXT, width) * _TEXT * 1.3 + size.gap for each in text.plain)
    for each in text.secrets:
        font = _LONG_SECRET if len(each) > LONG else _SECRET
        used += _count_lines(each, font, width, least=_FIXED) * font * 1.15 + size.gap
    return min(math.floor((size.height - used) / (_SMALL * 1.3)), size.lines)


def _count_lines(text: str, font: float, width: float, least: float = _NARROW) -> int:
    length = _measure(text, font, least)
    return math.ceil(length * (_WASTE if length > width else 1) / max(width, 1)) if text else 0


def _measure(text: str, font: float, least: float = _NARROW) -> float:
    return font * sum(_weigh(character, least) for character in text)


def _weigh(character: str, least: float) -> float:
    if character.isascii() and (least == _FIXED or not character.isupper()):
        return least
    is_wide = unicodedata.east_asian_width(character) in "WF"
    return _IDEOGRAPH if is_wide else max(least, _CAPITAL)
