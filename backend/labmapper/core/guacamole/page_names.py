"""Names of connections in the addresses of Guacamole's page.

With files and with JSON a connection is known by its name, which the page encodes by ``btoa``. That throws for every
character above U+00FF, and then the start page of whoever sees the connection never opens.
"""

# ruff: noqa: RUF001 - characters that look like others are what this is about

import re
import unicodedata

_BEYOND = re.compile("[^\x00-\xff]")

_CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцыэіјѕґ", "abvgdeziiklmnoprstufhcyeijsg", strict=True)) | {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "є": "ye",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "ђ": "dj",
    "џ": "dz",
}
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "abgdeziiklmnxoprsstyfo", strict=True)) | {"θ": "th", "χ": "ch", "ψ": "ps"}
_LATIN = {"ł": "l", "đ": "d", "ħ": "h", "ı": "i", "œ": "oe", "ŋ": "ng", "ẞ": "SS", "ſ": "s"}
_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    "…": "...",
    "•": "-",
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "€": "EUR",
    "№": "No",
    "™": "TM",
}
# Nobody corrects a longer name by a button, and to take its accents apart takes long.
_LONGEST = 1_000
_SPELLINGS = _CYRILLIC | _GREEK | _LATIN | _SIGNS


def find_beyond_page(text: str) -> str | None:
    """Return the first character of *text* that Guacamole's page cannot put into an address, None where all can be."""
    match = _BEYOND.search(text)
    return match.group() if match else None


def spell_for_page(text: str) -> str | None:
    """Return *text* in characters that the page can handle, as near as it gets; None where nothing is left to go by.

    Accents that do not fit go, Cyrillic and Greek become Latin letters, signs their nearest; emoji are left out, and
    of scripts that have no letters to go by no spelling is offered.
    """
    if len(text) > _LONGEST:
        return None
    spelled = "".join(_spell(character) for character in unicodedata.normalize("NFC", text))
    if any(unicodedata.category(character)[0] in "LN" and not _spell(character) for character in text):
        return None
    return " ".join(spelled.split()) or None


def _spell(character: str) -> str:
    if character <= "\xff":
        return character
    small = character.lower()
    known = _SPELLINGS.get(character, _SPELLINGS.get(small))
    if known is not None:
        return known if character == small or len(known) == 0 else known[0].upper() + known[1:]
    parts = unicodedata.normalize("NFKD", character)
    return "" if parts == character else "".join(_spell(part) for part in parts)
