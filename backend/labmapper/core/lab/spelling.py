"""Spelling: the text a person would type for a pattern, the way back from ``numbering``.

No text is returned that would be read as another pattern: what placeholders cannot say is refused.
"""

from labmapper.core.lab.listed import CarriedAddresses, Copies, Mode
from labmapper.core.lab.numbering import (
    DIGITS_AT_END,
    PLACEHOLDER,
    Field,
    Pattern,
    build_pattern,
    parse_counted,
    parse_first,
    parse_pattern,
    rebase,
)

# A placeholder holds no larger numbers.
_MOST_DIGITS = 9


class UnspellableError(ValueError):
    """A number counts as no text with placeholders can say: directly after a ``$``, or with more than nine digits.

    *shown* is what cannot be said, in the way that comes next to it.
    """

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} cannot be written with placeholders.")
        self.shown = shown


def render_pattern(pattern: Pattern) -> str:
    """Return *pattern* with its fields as placeholders: the text to show, which nobody has to read back."""
    if pattern.listed:
        return ", ".join(pattern.listed.values)
    return "".join(
        PLACEHOLDER.sub(lambda match: "{" + match.group() + "}", part) if isinstance(part, str) else str(part)
        for part in pattern.parts
    )


def spell_pattern(pattern: Pattern, numbers: range) -> str:
    """Return the text that ``parse_pattern`` reads as *pattern* for every ``n`` of *numbers*.

    Raises:
        UnspellableError: there is no such text.
    """
    text = render_pattern(pattern)
    _check(parse_pattern(text), pattern, numbers)
    return text


def spell_first(pattern: Pattern, numbers: range) -> str:
    """Return the shortest text that ``parse_first`` reads as the names *pattern* gives to *numbers*.

    Raises:
        UnspellableError: there is no such text.
    """
    text = _choose_first(pattern, numbers)
    read, first = parse_first(text)
    _check(rebase(read, first - numbers.start), pattern, numbers)
    return text


def spell_counted(pattern: Pattern, numbers: range) -> str:
    """Return the shortest text that ``parse_counted`` reads as *pattern* beside a name that counts *numbers*.

    Raises:
        UnspellableError: there is no such text.
    """
    text = _choose_counted(pattern, numbers)
    _check(parse_counted(text, numbers.start), pattern, numbers)
    return text


def spell_copies(pattern: Pattern, numbers: range, *, usually: Mode) -> tuple[str, Copies | None]:
    """Return the text for *pattern*, and what has to be said of the copies; None where that is what is *usually* so.
    Beside a list the text is its first value.

    Raises:
        UnspellableError: there is no such text.
    """
    if pattern.listed and isinstance(pattern.listed.values, CarriedAddresses):
        return str(pattern.listed.values.start), "carries"
    if pattern.listed:
        return (pattern.listed.values or ("",))[0], [*pattern.listed.values]
    if usually == "counts":
        still = render_pattern(pattern)
        if not pattern.mentions("n") and parse_counted(still, numbers.start) != pattern and len(numbers) > 1:
            return spell_pattern(pattern, numbers), "same"
        return spell_counted(pattern, numbers), None
    plain = _render_counting(pattern, numbers.start)
    if plain is not None and _is_same(parse_counted(plain, numbers.start), pattern, numbers):
        return plain, "counts"
    return spell_pattern(pattern, numbers), None


def _choose_first(pattern: Pattern, numbers: range) -> str:
    if not pattern.has("n"):
        return render_pattern(pattern) if len(numbers) <= 1 else _render_constant(pattern)
    plain = _render_counting(pattern, numbers.start)
    if plain is not None and parse_first(plain) == (_widen(pattern, numbers.start), numbers.start):
        return plain
    return render_pattern(rebase(pattern, numbers.start - 1))


def _choose_counted(pattern: Pattern, numbers: range) -> str:
    if not pattern.mentions("n"):
        return render_pattern(pattern) if len(numbers) <= 1 else _render_constant(pattern)
    plain = _render_counting(pattern, numbers.start)
    if plain is not None and (len(numbers) <= 1 or _is_same(parse_counted(plain, numbers.start), pattern, numbers)):
        return plain
    return render_pattern(pattern)


def _render_counting(pattern: Pattern, first: int) -> str | None:
    """Return *pattern* with the field at its end written as the digits it begins with, if it ends in such a field."""
    *parts, last = pattern.parts or ("",)
    if not isinstance(last, Field) or last.variable != "n" or last.factor != 1:
        return None
    if first + last.offset < 0 or any(isinstance(part, Field) and part.variable == "n" for part in parts):
        return None
    return render_pattern(build_pattern([*parts, last.render(first)]))


def _render_constant(pattern: Pattern) -> str:
    """Return *pattern* so that digits at its end, which would count, stand still as a field."""
    *parts, last = pattern.parts or ("",)
    digits = DIGITS_AT_END.search(last) if isinstance(last, str) and not pattern.mentions("n") else None
    if digits is None:
        return render_pattern(pattern)
    still = digits.group()[-_MOST_DIGITS:]
    return render_pattern(build_pattern([*parts, str(last)[: -len(still)], Field("n", 0, int(still), len(still))]))


def _widen(pattern: Pattern, first: int) -> Pattern:
    """Return *pattern* with the width that its first number has anyway."""
    *parts, last = pattern.parts
    if not isinstance(last, Field):
        return pattern
    return build_pattern([*parts, Field("n", last.factor, last.offset, len(last.render(first)))])


def _check(read: Pattern, pattern: Pattern, numbers: range) -> None:
    """Raise UnspellableError where *read* is not what is meant."""
    if not _is_same(read, pattern, numbers):
        raise UnspellableError(render_pattern(pattern))


def _is_same(read: Pattern, pattern: Pattern, numbers: range) -> bool:
    """Return whether two patterns give the same text for all *numbers*, which those at both ends show."""
    return all(_fill(read, n) == _fill(pattern, n) for n in {numbers.start, max(numbers.start, numbers.stop - 1)})


def _fill(pattern: Pattern, n: int) -> Pattern:
    """Return *pattern* for device number *n*; its fields of ``pod``, with the width that matters, are still open."""
    return build_pattern(
        part
        if not isinstance(part, Field)
        else part.render(n)
        if part.variable == "n"
        else Field("pod", part.factor, part.offset, max(part.width, 1))
        for part in pattern.parts
    )
