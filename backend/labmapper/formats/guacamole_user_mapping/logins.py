"""From the text of a ``user-mapping.xml`` to who logs in and what they see: what Guacamole's loader would hold.

As ``core.guacamole.loader``, which is Guacamole's own reading, but each thing with its line, and everything that
Guacamole would refuse or silently lose as a problem.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from labmapper.core.guacamole.loader import DIRECT_CONNECTION
from labmapper.core.problems import Place, Problem
from labmapper.core.xml_events import make_parser
from labmapper.formats.guacamole_user_mapping.grammar import (
    ATTRIBUTES,
    ENCODINGS,
    check_element,
    check_encoding,
    tell_typed_attributes,
)
from labmapper.formats.guacamole_user_mapping.records import Login, ScannedLogins, Seen
from labmapper.formats.guacamole_user_mapping.slips import tell_slip

# More is no mapping that anybody wrote: the file is put away before it costs memory.
MOST_ELEMENTS = 500_000
MOST_PEOPLE = 50_000
MOST_DIFFERENT = 20_000
_MOST_LEVELS = 64
_LONGEST_TAG = 2**20
_LOOKED_AT = 2_000
# What the parser gets at once, so that a tag without an end is seen before all of it is read.
_CHUNK = 2**18
_MOST_PROBLEMS = 200
_MOST_COMMENTS = 10_000


class _RefusedError(Exception):
    """The rest of the file is not worth reading; the problem is told."""


def scan_logins(text: str) -> ScannedLogins:
    """Return who is in *text*, and all problems; an error among them means that Guacamole would refuse the file."""
    scanner = _Scanner()
    data = text.encode()
    try:
        for start in range(0, len(data), _CHUNK):
            scanner.parser.Parse(data[start : start + _CHUNK], False)
            if start - scanner.parser.CurrentByteIndex > _LONGEST_TAG:
                scanner.refuse(Problem.error("mapping-too-large", scanner.here, variant="tag"))
        scanner.parser.Parse(b"", True)
    except _RefusedError:
        pass
    except expat.ExpatError as error:
        before, rest = _cut_line(data, scanner.parser.ErrorByteIndex)
        scanner.found.problems.append(tell_slip(error, before, rest, scanner.opened))
    return scanner.found


def _cut_line(data: bytes, at: int) -> tuple[str, str]:
    """Return what stands before the place *at* on its line, and what after it; of long lines what is near."""
    start = data.rfind(b"\n", max(0, at - _LOOKED_AT), at) + 1 or max(0, at - _LOOKED_AT)
    end = data.find(b"\n", at, at + _LOOKED_AT)
    rest = data[at : end if end >= 0 else at + _LOOKED_AT]
    return data[start:at].decode(errors="ignore"), rest.decode(errors="ignore")


class _Scanner:
    """The handlers of the parser; *opened* are the elements that are open, each with its line."""

    def __init__(self) -> None:
        self.found = ScannedLogins()
        self.opened: list[tuple[str, int]] = []
        self.parser = make_parser(self._start, self._end, self._take_text, self._refuse_doctype, encoding="utf-8")
        self.parser.CommentHandler = self._take_comment
        self._count = 0
        self._ignored = 0
        self._text: list[str] = []
        self._finish: Callable[[str], None] | None = None
        self._login = Login(None, None, "plain", 0)
        self._is_typed = False
        self._connection: _Open | None = None
        self._direct: _Open | None = None
        self._known: dict[tuple[object, ...], Seen] = {}

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self.opened) > _MOST_LEVELS:
            variant = "elements" if self._count > MOST_ELEMENTS else "levels"
            self.refuse(Problem.error("mapping-too-large", self.here, variant=variant))
        line = self.parser.CurrentLineNumber
        parent = self.opened[-1][0] if self.opened else ""
        self.opened.append((name, line))
        if self._ignored:
            self._ignored += 1
            return
        problem = check_element(name, parent, line)
        if problem is not None:
            self._tell(problem)
            self._ignored = 1
            return
        if self._text and parent:
            self._tell_text(*self.opened[-2])
        known = ATTRIBUTES[name]
        for each in attributes:
            if each not in known and not each.startswith(("xmlns", "xsi:")):
                self._tell_attribute(each, name, line)
        if name == "authorize":
            self._start_login(attributes, line)
        elif name == "connection":
            self._start_connection(attributes, line)
        elif name in ("protocol", "param"):
            self._start_value(name, attributes, line)

    def _tell_attribute(self, attribute: str, element: str, line: int) -> None:
        facts = {"attribute": attribute, "element": element}
        self._lose(lambda: Problem.warning("mapping-lost", Place(line=line), variant="attribute", **facts))

    def _start_login(self, attributes: dict[str, str], line: int) -> None:
        encoding = ENCODINGS.get(attributes.get("encoding", "plain"))
        if encoding is None:
            self._tell(check_encoding(attributes["encoding"], line))
        username = attributes.get("username")
        self._login = Login(username, attributes.get("password"), encoding or "plain", line)
        self._direct, self._is_typed = None, False
        if username is None:
            return
        before = self.found.logins.pop(username, None)
        if before is not None:
            place = Place(line=before.line)
            self._lose(lambda: Problem.warning("mapping-lost", place, variant="user-twice", user=username, line=line))
        self.found.logins[username] = self._login
        if len(self.found.logins) > MOST_PEOPLE:
            self.refuse(Problem.error("mapping-too-large", self.here, variant="people", most=MOST_PEOPLE))

    def _start_connection(self, attributes: dict[str, str], line: int) -> None:
        if "name" not in attributes:
            self._tell(Problem.error("mapping-shape", Place(line=line), variant="connection-name"))
        self._connection = _Open(attributes.get("name", ""), line)

    def _start_value(self, name: str, attributes: dict[str, str], line: int) -> None:
        held = self._connection or self._get_direct(line)
        if name == "protocol":
            self._finish = held.take_protocol
        elif "name" not in attributes:
            self._lose(lambda: Problem.warning("mapping-lost", Place(line=line), variant="param-nameless"))
            self._finish = _ignore
        elif attributes["name"] == "protocol":
            self._lose(lambda: Problem.warning("mapping-lost", Place(line=line), variant="param-protocol"))
            self._finish = _ignore
        else:
            parameter = attributes["name"]
            self._finish = lambda text: held.parameters.__setitem__(parameter, text)

    def _get_direct(self, line: int) -> "_Open":
        """Return the connection of what stands in ``authorize`` itself: it is held where it begins."""
        if self._direct is None:
            self._direct = _Open(DIRECT_CONNECTION, line)
            self._hold(self._direct)
        return self._direct

    def _know(self, held: "_Open") -> Seen:
        """Return what *held* is for whoever sees it: one and the same for alike ones."""
        parts = held.name, held.protocol, tuple(held.parameters.items())
        seen = self._known.get(parts)
        if seen is None:
            if len(self._known) > MOST_DIFFERENT:
                self.refuse(Problem.error("mapping-too-large", self.here, variant="connections", most=MOST_DIFFERENT))
            seen = self._known[parts] = Seen(*parts)
        return seen

    def _hold(self, held: "_Open") -> None:
        """Put *held* among what the login sees; the last of a name wins, and is what it is when the login ends."""
        before = self._login.connections.get(held.name)
        if before is not None:
            place = Place(line=before[1])
            name, line = held.name, held.line
            self._lose(
                lambda: Problem.warning("mapping-lost", place, variant="connection-twice", connection=name, line=line)
            )
        self._login.connections[held.name] = (self._know(held), held.line)

    def _end(self, name: str) -> None:
        _, since = self.opened.pop()
        if self._ignored:
            self._ignored -= 1
            return
        if self._finish is not None:
            self._finish("".join(self._text))
            self._finish = None
            self._text.clear()
            return
        self._tell_text(name, since)
        if name == "connection" and self._connection is not None:
            self._hold(self._connection)
            self._connection = None
        elif name == "authorize":
            self._end_login()

    def _end_login(self) -> None:
        """Fill in what stood in ``authorize`` itself, where no connection of its name has replaced it, and tell what lacks."""
        direct, login = self._direct, self._login
        if direct is not None and login.connections[direct.name][1] == direct.line:
            login.connections[direct.name] = (self._know(direct), direct.line)
        place = Place(line=login.line)
        if login.username is None and not self._is_typed:
            self._lose(lambda: Problem.warning("mapping-lost", place, variant="user-nameless"))
        elif login.password is None and not self._is_typed:
            user = login.username or ""
            self._lose(lambda: Problem.warning("mapping-lost", place, variant="password-missing", user=user))

    def _take_text(self, text: str) -> None:
        if not self._ignored and (self._finish is not None or not text.isspace()):
            self._text.append(text)

    def _tell_text(self, element: str, line: int) -> None:
        """Tell of text between elements, which means nothing: an error where it is attributes, typed outside the tag."""
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        problem = tell_typed_attributes(element, text, line)
        self._is_typed = self._is_typed or problem.is_error
        self._tell(problem)

    def _take_comment(self, _text: str) -> None:
        if len(self.found.comments) < _MOST_COMMENTS:
            self.found.comments.append(self.parser.CurrentLineNumber)

    def _lose(self, build: Callable[[], Problem]) -> None:
        """Tell what is lost, unless there is so much already that nobody reads it."""
        if len(self.found.problems) < _MOST_PROBLEMS:
            self.found.problems.append(build())

    def _tell(self, problem: Problem) -> None:
        """Take *problem*; with so many of them the rest of the file is not worth reading."""
        self.found.problems.append(problem)
        if len(self.found.problems) > 2 * _MOST_PROBLEMS:
            raise _RefusedError

    @property
    def here(self) -> Place:
        """The line that is being read."""
        return Place(line=self.parser.CurrentLineNumber)

    def refuse(self, problem: Problem) -> None:
        """Tell why the file is not read any further, and stop."""
        self._tell(problem)
        raise _RefusedError

    def _refuse_doctype(self, *_: object) -> None:
        self.refuse(Problem.error("mapping-shape", self.here, variant="doctype"))


@dataclass(slots=True)
class _Open:
    """A connection that is being read."""

    name: str
    line: int
    protocol: str = ""
    parameters: dict[str, str] = field(default_factory=dict)

    def take_protocol(self, text: str) -> None:
        self.protocol = text


def _ignore(_text: str) -> None:
    """Take the text of what means nothing."""
