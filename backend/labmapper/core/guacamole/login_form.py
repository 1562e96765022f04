"""What a person can type into Guacamole's log-in form: one line, and nothing that no key gives.

The form takes off what JavaScript calls blank around a user name, and nothing around a password.
"""

import re
import unicodedata

# Controls (tabs and line ends among them), what ends a line or a paragraph, and marks without a picture: zero-width, BOM,
# soft hyphen, those of writing directions. Nobody sees them, and no key gives them.
_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp"})
# Keyboards give them within emoji, Persian and Indian words.
_JOINERS = "\u200c\u200d"
_NAMES = {"\t": "TAB", "\n": "LINE FEED", "\r": "CARRIAGE RETURN", "\x7f": "DELETE", "\x85": "NEXT LINE"}
_SUSPICIOUS = re.compile(r"[^ -~]")
# Blank to JavaScript, whose String.trim the form uses: Python's str.strip() takes other characters.
_TRIMMED = " \t\n\v\f\r\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


def find_untypable(text: str) -> str | None:
    """Return the first character of *text* that nobody can type, None where everything can be typed."""
    for match in _SUSPICIOUS.finditer(text):
        character, at = match.group(), match.start()
        if unicodedata.category(character) in _CATEGORIES and not _joins(character, text[max(0, at - 1) : at + 2]):
            return character
    return None


def _joins(character: str, around: str) -> bool:
    """Return whether *character* belongs between its neighbours *around*, as in emoji and in Persian words."""
    is_between = len(around) == 3  # noqa: PLR2004 - the character and its neighbours
    return character in _JOINERS and is_between and not around[0].isascii() and not around[2].isascii()


def is_trimmed(username: str) -> bool:
    """Return whether the form would send something else than *username*, because it takes blanks off."""
    return username != username.strip(_TRIMMED)


def name_character(character: str) -> str:
    """Return what *character* is called, as ``U+200B (ZERO WIDTH SPACE)``."""
    number, name = f"U+{ord(character):04X}", _NAMES.get(character) or unicodedata.name(character, "")
    return f"{number} ({name})" if name else number
