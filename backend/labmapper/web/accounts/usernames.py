"""What a user name may be."""

from labmapper.persistence.users import MAX_USERNAME, fold_username


def find_fault(username: str) -> str | None:
    """Return why *username* cannot be one, as a sentence, or None."""
    if max(len(username), len(fold_username(username))) > MAX_USERNAME:
        return f"Use at most {MAX_USERNAME} characters."
    if not username or username != username.strip() or not username.isprintable():
        return "Use letters, digits and signs, without blanks at the ends."
    return None
