"""What user names and passwords may be, and what makes a password too easy to guess."""

import unicodedata
from functools import cache
from pathlib import Path

from labmapper.persistence.accounts.users import MAX_USERNAME, fold_username
from labmapper.web.language.text import t

MIN_LENGTH = 12
MAX_LENGTH = 1000

# Words of labs and classrooms, and what was found most often among passwords that leaked.
_COMMON = [Path(__file__).parent / "known_passwords" / name for name in ("common.txt", "leaked.txt")]
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
)
_FEWEST_LETTERS = 4


def find_fault(username: str) -> str | None:
    """Return why *username* cannot be one, as a sentence, or None."""
    if len(username) > MAX_USERNAME or len(fold_username(username)) > MAX_USERNAME:
        return t("Use at most {count} characters.", count=MAX_USERNAME)
    if not username or username != username.strip() or not username.isprintable():
        return t("Use letters, digits and signs, without blanks at the ends.")
    return None


def find_weakness(password: str, username: str) -> str | None:
    """Return why *password* will not do for *username*, as a sentence, or None."""
    if len(password) < MIN_LENGTH:
        return t("Use at least {count} characters.", count=MIN_LENGTH)
    if len(password) > MAX_LENGTH:
        return t("Use at most {count} characters.", count=MAX_LENGTH)
    folded = unicodedata.normalize("NFKC", password).casefold()
    if username and username.casefold() in folded:
        return t("Choose a password that does not contain your user name.")
    if len(set(folded)) < _FEWEST_LETTERS or _is_run(folded) or _repeats(folded) or _is_common(_strip(folded)):
        return t("This password is among the first that are tried. Choose another, for example four random words.")
    return None


def _is_run(folded: str) -> bool:
    """Return whether *folded* is a stretch of the alphabet, the digits or a row of keys, either way round."""
    return any(folded in row or folded[::-1] in row for row in (row * 2 for row in _ROWS))


def _repeats(folded: str) -> bool:
    """Return whether *folded* is one piece again and again."""
    return folded in (folded * 2)[1:-1]


def _is_common(stripped: str) -> bool:
    """Return whether *stripped* is a common password, perhaps with the numbers that people put around one."""
    return bool({stripped, stripped.strip("0123456789")} & _load_common())


def _strip(folded: str) -> str:
    """Return *folded* without the blanks and marks that people put in or append."""
    return "".join(letter for letter in folded if letter.isalnum())


@cache
def _load_common() -> frozenset[str]:
    lines = "\n".join(file.read_text(encoding="utf-8") for file in _COMMON).splitlines()
    return frozenset(_strip(line) for line in lines) - {""}
