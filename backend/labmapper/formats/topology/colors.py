"""The colours of other tools' drawings, as the nearest of those that a drawing here has."""

import colorsys
import re

from labmapper.core.drawing.styles import Color

_HEXADECIMAL = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_NUMBERS = re.compile(
    r"rgba?\(\s{0,9}([0-9]{1,3})[\s,]{1,9}([0-9]{1,3})[\s,]{1,9}([0-9]{1,3})(?:[\s,/]{1,9}([0-9.]{1,9}))?\s{0,9}\)"
)
_LONGEST = 60
# Where each colour ends on the circle of hues, in degrees.
_HUES: tuple[tuple[int, Color], ...] = (
    (15, "red"),
    (44, "orange"),
    (68, "yellow"),
    (158, "green"),
    (192, "teal"),
    (258, "blue"),
    (340, "purple"),
    (360, "red"),
)
# With less colour than this it is a grey; what is nearly black or white is the ink or the paper.
_DULL, _BLACK, _WHITE = 0.05, 0.2, 0.9


def find_color(*texts: str) -> Color | None:
    """Return the colour that is nearest the first of *texts*, as style sheets write them, that is more than black or white."""
    found = (_match(text[:_LONGEST].strip().lower()) for text in texts)
    return next((color for color in found if color), None)


def _match(text: str) -> Color | None:
    channels = _read(text)
    if channels is None:
        return None
    if max(channels) - min(channels) < _DULL:
        return "gray" if _BLACK < sum(channels) / 3 < _WHITE else None
    hue = colorsys.rgb_to_hsv(*channels)[0] * 360
    return next(color for end, color in _HUES if hue <= end)


def _read(text: str) -> tuple[float, float, float] | None:
    """Return red, green and blue from 0 to 1; None where *text* is no colour, or nothing is seen of it."""
    digits = _HEXADECIMAL.fullmatch(text)
    if digits:
        pairs = digits[1] if len(digits[1]) > 3 else "".join(2 * digit for digit in digits[1])  # noqa: PLR2004 - one digit each
        red, green, blue, *seen = (int(pairs[place : place + 2], 16) / 255 for place in range(0, len(pairs), 2))
        return None if seen == [0] else (red, green, blue)
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None or (numbers[4] or "1").strip("0.") == "":
        return None
    return min(1.0, int(numbers[1]) / 255), min(1.0, int(numbers[2]) / 255), min(1.0, int(numbers[3]) / 255)
