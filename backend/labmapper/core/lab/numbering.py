"""Patterns: text in which a number counts up.

The author types the first name and a count, never prefixes and suffixes: the digits at the end count, and keep
their width. Where the number stands elsewhere, a placeholder does. The whole grammar of a placeholder is
``{n}`` or ``{pod}``, then optionally ``*factor``, ``+offset`` or ``-offset``, and ``:0width``; braces doubled around
one (``{{n}}``) mean it literally, and Guacamole's ``${TOKEN}`` is never one.

``n`` is the number in the name of the device (``PC09`` counts 9, 10, ...), or 1, 2, ... where the name has a
placeholder of its own. ``pod`` is the number of the user whose copy it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from labmapper.core.lab.listed import Listed

Variable = Literal["n", "pod"]

# Also what only looks like one, and means itself.
PLACEHOLDER = re.compile(
    r"(?P<literal>\{\{(?:n|pod)[^{}]*\}\})"
    r"|(?<!\$)\{(?P<variable>n|pod)(?:\*(?P<factor>[0-9]{1,9}))?(?P<offset>[+-][0-9]{1,9})?(?::0?(?P<width>[0-9]{1,2}))?\}"
)
_BRACES = re.compile(r"(?<![$\{])\{[^{}]*\}(?!\})")
_DIGITS, _MOST_DIGITS = "0123456789", 18
# So many texts a pattern keeps: of its first and its last device, without a pod and in the first.
_MOST_RENDERED = 4
DIGITS_AT_END = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}\Z")


@dataclass(frozen=True, slots=True)
class Field:
    """A number in a pattern: ``variable * factor + offset``, filled with zeros up to *width* digits."""

    variable: Variable
    factor: int = 1
    offset: int = 0
    width: int = 0

    def render(self, value: int) -> str:
        """Return the digits for the variable being *value*."""
        return str(value * self.factor + self.offset).zfill(self.width)

    def __str__(self) -> str:
        factor = f"*{self.factor}" if self.factor != 1 else ""
        offset = f"{self.offset:+d}" if self.offset else ""
        width = f":0{self.width}" if self.width > 1 else ""
        return f"{{{self.variable}{factor}{offset}{width}}}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text with fields in it, or a list; neighbouring literals are joined, so that equal patterns compare equal."""

    parts: tuple[str | Field | Listed, ...]
    # What was rendered last: each name and host of a drawing is asked for by many checks.
    _rendered: dict[tuple[int, int], str] = field(default_factory=dict, init=False, compare=False, repr=False)

    def render(self, n: int, pod: int = 0) -> str:
        """Return the text for device number *n* in the copy of user number *pod*."""
        known = self._rendered.get((n, pod))
        if known is not None:
            return known
        text = ""
        for part in self.parts:
            if isinstance(part, str):
                text += part
            elif isinstance(part, Field):
                # What Field.render does; a drawing renders so many that the call would be felt.
                value = n if part.variable == "n" else pod
                text += str(value * part.factor + part.offset).zfill(part.width)
            else:
                text += part.pick(n, pod)
        if len(self._rendered) >= _MOST_RENDERED:
            self._rendered.clear()
        self._rendered[n, pod] = text
        return text

    def has(self, variable: Variable) -> bool:
        """Return whether the text changes with *variable*."""
        for part in self.parts:
            if isinstance(part, Field):
                if part.variable == variable and part.factor:
                    return True
            elif isinstance(part, Listed) and (variable == "n" or part.pods != ()):
                return True
        return False

    def mentions(self, variable: Variable) -> bool:
        """Return whether a field of *variable* stands in the pattern, even one that never changes."""
        for part in self.parts:
            if isinstance(part, Field):
                if part.variable == variable:
                    return True
            elif isinstance(part, Listed) and self.has(variable):
                return True
        return False

    @property
    def listed(self) -> Listed | None:
        """The list of values that stands in the place of the text, where one does."""
        first = self.parts[0] if self.parts else None
        return first if isinstance(first, Listed) else None

    def iter_texts(self) -> Iterator[str]:
        """Yield the texts that were typed: what stands between the fields, or each value of a list."""
        for part in self.parts:
            if isinstance(part, Listed):
                yield from part.values
            elif isinstance(part, str):
                yield part

    @property
    def literal(self) -> str | None:
        """The text, where it has no field at all."""
        text = ""
        for part in self.parts:
            if not isinstance(part, str):
                return None
            text += part
        return text


def build_pattern(parts: Iterable[str | Field | Listed]) -> Pattern:
    """Return the pattern of *parts*, in which empty literals vanish and neighbouring ones join."""
    joined: list[str | Field | Listed] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    return Pattern(tuple(joined))


def build_literal(text: str) -> Pattern:
    """Return the pattern that is always *text*, whatever braces it holds."""
    return Pattern((text,) if text else ())


def parse_pattern(text: str) -> Pattern:
    """Return the pattern that *text* spells with placeholders; digits at its end do not count."""
    if "{" not in text:
        return build_literal(text)
    parts: list[str | Field] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        parts.append(text[end : match.start()])
        parts.append(match["literal"][1:-1] if match["literal"] else _read_field(match))
        end = match.end()
    return build_pattern([*parts, text[end:]])


def parse_first(text: str) -> tuple[Pattern, int]:
    """Return the pattern of a first name such as ``PC09``, and the number it begins with.

    A name with a placeholder, and a name that ends in no digit, begin with 1.
    """
    if "{" not in text:
        return _count_up_text(text, None)
    pattern = parse_pattern(text)
    if pattern.mentions("n"):
        return pattern, 1
    return _count_up(pattern, None)


def parse_counted(text: str, first: int) -> Pattern:
    """Return the pattern of *text*, whose digits at the end count up beside a name that begins with *first*."""
    if "{" not in text:
        return _count_up_text(text, first)[0]
    pattern = parse_pattern(text)
    return pattern if pattern.mentions("n") else count_up(pattern, first)


def count_up(pattern: Pattern, first: int) -> Pattern:
    """Return *pattern* with the digits at its end counting up beside a name that begins with *first*."""
    return _count_up(pattern, first)[0]


def find_unknown_placeholders(text: str) -> list[str]:
    """Return what stands in braces in *text* and is neither a placeholder nor one of Guacamole's tokens."""
    if "{" not in text:
        return []
    return [match.group() for match in _BRACES.finditer(text) if not PLACEHOLDER.fullmatch(match.group())]


def rebase(pattern: Pattern, shift: int) -> Pattern:
    """Return *pattern* for an ``n`` that is smaller by *shift*: the same text from another first number."""
    return build_pattern(_rebase(part, shift) for part in pattern.parts)


def _rebase(part: str | Field | Listed, shift: int) -> str | Field | Listed:
    if isinstance(part, Listed):
        return replace(part, first=part.first - shift)
    if isinstance(part, Field) and part.variable == "n":
        return Field("n", part.factor, part.offset + part.factor * shift, part.width)
    return part


def _read_field(match: re.Match[str]) -> Field:
    variable: Variable = "n" if match["variable"] == "n" else "pod"
    return Field(variable, int(match["factor"] or 1), int(match["offset"] or 0), int(match["width"] or 0))


def _count_up(pattern: Pattern, first: int | None) -> tuple[Pattern, int]:
    last = pattern.parts[-1] if pattern.parts else ""
    if not isinstance(last, str):
        return pattern, 1 if first is None else first
    counted, start = _count_up_text(last, first)
    return Pattern((*pattern.parts[:-1], *counted.parts)), start


def _count_up_text(text: str, first: int | None) -> tuple[Pattern, int]:
    """Return what ``_count_up`` does of a literal *text*, as nearly all names and hosts are."""
    digits = text[len(text.rstrip(_DIGITS)) :][-_MOST_DIGITS:]
    if not digits:
        return build_literal(text), 1 if first is None else first
    number, stem = int(digits), text[: -len(digits)]
    start = number if first is None else first
    field = Field("n", 1, number - start, len(digits))
    return Pattern((stem, field) if stem else (field,)), start
