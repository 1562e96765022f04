"""The text of an XML file: which encoding its bytes are in, by the byte order mark, else by what the file declares."""

import codecs
import re

from labmapper.core.problems import Place, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']?([^"'\s?>]{1,60})""")
_FIRST_BYTES = 300
# What an XML parser may know: encodings of one byte a character, and these. Others of Python's read more than text.
_KNOWN = re.compile(
    r"utf-?8|us-?ascii|ascii|iso[-_]?8859[-_]?\d{1,2}|latin-?\d|windows-?125\d|cp125\d|utf-?16(-?[lb]e)?", re.IGNORECASE
)


class UnreadableTextError(Exception):
    """The bytes are no text; *problem* says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def decode_xml(data: bytes) -> str:
    """Return the text of the XML file *data*, without its byte order mark.

    Raises:
        UnreadableTextError: It declares an encoding that there is not, or holds bytes that are none of its encoding.
    """
    encoding, text = _choose_encoding(data)
    try:
        return text.decode(encoding)
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        byte = f"{text[error.start]:02X}"
        problem = Problem.error(
            "mapping-encoding", Place(line=line), variant="bytes", byte=byte, encoding=encoding.upper()
        )
        raise UnreadableTextError(problem) from error


def _choose_encoding(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data.removeprefix(mark)
    for begin, encoding in _WITHOUT_MARK:
        if data.startswith(begin):
            return encoding, data
    declared = _DECLARED.search(data[:_FIRST_BYTES])
    name = declared[1].decode("latin-1") if declared else "utf-8"
    if not _KNOWN.fullmatch(name) or not _is_codec(name):
        raise UnreadableTextError(Problem.error("mapping-encoding", Place(line=1), variant="unknown", encoding=name))
    # A file that says UTF-16 and has single bytes was saved anew by an editor that left the words.
    return ("utf-8" if name.lower().startswith("utf") else name), data


def _is_codec(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
