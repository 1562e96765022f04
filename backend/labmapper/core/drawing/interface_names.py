"""How names of interfaces are shortened where there is no room for all of one: as engineers write them, then in the middle."""

import re

# The beginnings of which two or three letters stay. The canvas knows the same (``cutInterface``).
_LONG_KIND = re.compile(r"^(Twe|Hu|Fo|Tw|Te|Gi|Fa|Et|Se)\w*?(?:ernet|GigE|rial) ?(?=\d)", re.ASCII)


def abbreviate_interface(name: str) -> str:
    """Return *name* as engineers write it, "Gi0/1" for "GigabitEthernet0/1"; as it is where nobody writes it shorter."""
    return _LONG_KIND.sub(r"\1", name)


def cut_interface(name: str, longest: int) -> str:
    """Return *name* in at most *longest* characters: whole, abbreviated, or without its middle."""
    if len(name) <= longest:
        return name
    short = abbreviate_interface(name)
    if len(short) <= longest:
        return short
    return f"{short[: (longest - 1) // 2]}…{short[-(longest // 2) :]}"
