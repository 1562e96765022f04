"""What a user name may be."""

from labmapper.persistence.users import MAX_USERNAME, fold_username
from labmapper.web.language.text import t


def find_fault(username: str) -> str | None:
    """Return why *username* cannot be one, as a sentence, or None."""
    if max(len(username), len(fold_username(username))) > MAX_USERNAME:
        return t("Use at most {count} characters.", count=MAX_USERNAME)
    if not username or username != username.strip() or not username.isprintable():
        return t("Use letters, digits and signs, without blanks at the ends.")
    return None
