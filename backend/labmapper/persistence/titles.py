"""What stands of a drawing in plain columns: the title that lists show, and the words by which it is found."""

from labmapper.core.drawing.document import Diagram

_SEARCHED = 20_000


def build_title(diagram: Diagram) -> str:
    """Return the title of *diagram* as lists show it: one line, without what a database refuses."""
    return _clean(diagram.title) or "Untitled lab"


def build_search_text(diagram: Diagram) -> str:
    """Return what *diagram* is found by: its title and the names of its nodes, and nothing else."""
    names = (diagram.title, *(node.label for node in diagram.nodes if node.type != "note"))
    return " ".join(_clean(name) for name in names).casefold()[:_SEARCHED]


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of *text*, somebody's question, as they are in the search text of what has them."""
    return tuple(text.casefold().split())


def _clean(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
