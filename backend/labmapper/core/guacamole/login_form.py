"""What a person can type into Guacamole's log-in form: one line, and nothing that no key gives.

The form takes off what JavaScript calls blank around a user name, and nothing around a password.
"""

import re
import unicodedata

# Controls (tabs and line ends among them), what ends a line or a paragraph, and marks without a picture: zero-width, BOM,
# soft hyphen, those of writing directions. Nobody sees them, and no key gives them. Nor are blanks of other widths told
# from the one that everybody types; the wide one of Japanese keyboards is.
_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_BLANKS = " \u3000"
# Letters and marks that have no picture: fillers of Korean and Khmer, and the joiner of graphemes.
_WITHOUT_PICTURE = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
# What makes a picture of a sign, or another form of an ideograph; keyboards give it behind these only.
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_KEYCAP = "\u20e3"
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
        if _is_unseen(character) and not _belongs(character, text[max(0, at - 1) : at], text[at + 1 : at + 2]):
            return character
    return None


def _is_unseen(character: str) -> bool:
    is_of_kind = unicodedata.category(character) in _CATEGORIES and character not in _BLANKS
    return is_of_kind or character in _WITHOUT_PICTURE or bool(_VARIANTS.match(character))


def _belongs(character: str, before: str, behind: str) -> bool:
    """Return whether *character* belongs between its neighbours, as in emoji and in Persian words."""
    if _VARIANTS.match(character):
        return not before.isascii() or behind == _KEYCAP
    return character in _JOINERS and not before.isascii() and not behind.isascii()


def is_trimmed(username: str) -> bool:
    """Return whether the form would send something else than *username*, because it takes blanks off."""
    return username != username.strip(_TRIMMED)


def name_character(character: str) -> str:
    """Return what *character* is called, as ``U+200B (ZERO WIDTH SPACE)``."""
    number, name = f"U+{ord(character):04X}", _NAMES.get(character) or unicodedata.name(character, "")
    return f"{number} ({name})" if name else number
