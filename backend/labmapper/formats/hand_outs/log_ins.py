"""How people log in, as slips and pages tell them: the entries with their labels, and the notes below.

What is the same for everybody is translated once for a file.
"""

from html import escape

from labmapper.formats.format import Content
from labmapper.formats.hand_outs.options import LINE
from labmapper.formats.hand_outs.page import list_lookalikes, render_secret, show_address
from labmapper.formats.hand_outs.people import Recipient

# An entry as HTML: what stands before it, and its value.
Entry = tuple[str, str]


class LogInTexts:
    """The texts about log-ins on the paper that *content* is printed on.

    *instead* is what people read who have no password that could be printed, *line* the sentence below every log-in: in the
    language of the page where nobody has written another.
    """

    def __init__(self, content: Content) -> None:
        """Translate what is the same for everybody."""
        words, line = content.language, str(content.values["line"])
        self.name, self.go_to = words.t("Name"), words.t("Go to")
        self.username, self.password = words.t("User name"), words.t("Password")
        self.address = show_address(str(content.values["address"]))
        self.instead = str(content.values["sign_on"]) or words.t("Your own password. Nobody here knows it.")
        self.line = words.find(line) if line == LINE.default else line
        self._words = words
        self._lookalikes = list_lookalikes(words)

    def list_address(self) -> list[Entry]:
        """Return the entry of the address, if there is one."""
        return [(self.go_to, f"<dd>{escape(self.address)}</dd>")] if self.address else []

    def list_log_in(self, person: Recipient) -> list[Entry]:
        """Return what *person* logs in with."""
        password = f"<dd>{escape(self.instead)}</dd>" if person.password is None else render_secret(person.password)
        return [(self.username, render_secret(person.username)), (self.password, password)]

    def spell_notes(self, person: Recipient) -> str:
        """Return which letters of a typed password are which, if they may be mistaken, and the line."""
        password = person.password or ""
        letters = ", ".join(told for letter, told in self._lookalikes.items() if letter in password)
        note = self._words.t("In the password {letters}.", letters=letters) if letters else ""
        return " ".join(filter(None, [note, self.line]))


def render_entries(entries: list[Entry]) -> str:
    """Return *entries* as the content of a ``dl``."""
    return "".join(f"<dt>{escape(label)}</dt>{value}" for label, value in entries)
