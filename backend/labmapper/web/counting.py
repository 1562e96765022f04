"""Counts in words."""


def count(number: int, one: str, many: str | None = None) -> str:
    """Return *number* with its noun: "1 device", "11 devices"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
