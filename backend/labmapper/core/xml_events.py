"""An expat parser for XML of anybody, which tells of elements, of their texts and of a doctype.

Who asks for one says what becomes of a doctype: entities are declared in it, which can grow beyond all bounds.
"""

from collections.abc import Callable
from xml.parsers import expat


def make_parser(  # noqa: PLR0913 - one for each thing that expat tells
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    doctype: Callable[[str, str | None, str | None, int], None],
    *,
    encoding: str | None = None,
    separator: str | None = None,
) -> expat.XMLParserType:
    """Return a parser that tells *start* and *end* of elements, *text* of what is between them, and *doctype* whether it has a subset.

    With a *separator* names come with the addresses of their namespaces before them.
    """
    parser = expat.ParserCreate(encoding, separator)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    return parser
