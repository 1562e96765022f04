"""Names that a prefix and a suffix or a pattern spell, and the lines where keys are written."""

from labmapper.core.lab.numbering import Field, Pattern, build_pattern, parse_pattern
from labmapper.core.yaml.sections import Section


def read_names(section: Section, stem: str, pattern: str | None) -> tuple[Pattern, int]:
    """Return the names that prefix and suffix spell, or *pattern* where there is one, and the first number."""
    if pattern is not None:
        return parse_pattern(pattern), 1
    prefix = section.get_text(f"{stem}_prefix", "R")
    suffix = section.get_digits(f"{stem}_suffix", "01")
    return build_pattern([prefix, Field("n", 1, 0, len(suffix))]), int(suffix)


def find_lines(part: str, *keys: tuple[Section, str]) -> dict[str, int]:
    """Return the line of the last of *keys* that is written, as the place of *part*."""
    lines = [section.mapping.keys[key].line for section, key in keys if key in section.mapping.keys]
    return {part: lines[-1]} if lines else {}
