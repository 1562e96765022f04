"""A model of how Guacamole reads ``user-mapping.xml``: what each user would really see.

After ``UserMappingTagHandler``, ``AuthorizeTagHandler``, ``ConnectionTagHandler``, ``ProtocolTagHandler``,
``ParamTagHandler`` and ``DocumentHandler`` of guacamole-client, which are the same from 1.5.5 to 1.6.1. One unknown
element or encoding rejects the whole file, and nobody can log in; a user name or a connection name that comes twice
silently loses the first.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from labmapper.core.xml_events import make_parser

DIRECT_CONNECTION = "DEFAULT"

_ENCODINGS = {None: "plain", "plain": "plain", "md5": "md5", "sha256": "sha256"}
_CHILDREN = {
    "user-mapping": {"authorize"},
    "authorize": {"connection", "protocol", "param"},
    "connection": {"protocol", "param"},
    "protocol": set[str](),
    "param": set[str](),
}


class RejectedFileError(Exception):
    """Guacamole would refuse the whole file, and with it everybody's login: *what* is wrong in *line* with *name*.

    *what* is ``root``, ``element``, ``encoding`` or ``doctype``, which has this name; ``nameless`` for a connection of that
    user; or ``syntax``, where the name is the parser's reason.
    """

    def __init__(self, what: str, line: int, name: str) -> None:
        super().__init__(what, line, name)
        self.what, self.line, self.name = what, line, name


@dataclass(slots=True)
class LoadedConnection:
    """A ``GuacamoleConfiguration`` as it is held in memory."""

    protocol: str | None = None
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Authorization:
    """What one user name has: the password with its encoding, and the connections by name."""

    password: str | None
    encoding: str
    connections: dict[str, LoadedConnection] = field(default_factory=dict)

    def accepts(self, password: str) -> bool:
        """Return whether *password* logs in, compared as ``Authorization.validate`` does."""
        if self.password is None:
            return False
        if self.encoding == "plain":
            return self.password == password
        digest = hashlib.new(self.encoding, password.encode(), usedforsecurity=False).hexdigest()
        return self.password.upper() == digest.upper()


@dataclass(slots=True)
class LoadedMapping:
    """The whole file as it is held in memory, and what was lost on the way."""

    authorizations: dict[str | None, Authorization] = field(default_factory=dict)
    lost_users: list[str] = field(default_factory=list)
    lost_connections: list[tuple[str, str]] = field(default_factory=list)


def load_user_mapping(chunks: Iterable[bytes]) -> LoadedMapping:
    """Return what Guacamole holds after reading the file that *chunks* make up.

    Raises:
        RejectedFileError: Guacamole would refuse the file.
    """
    reader = _Reader()
    try:
        for chunk in chunks:
            reader.parser.Parse(chunk, False)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise RejectedFileError("syntax", error.lineno, expat.ErrorString(error.code)) from error
    return reader.mapping


class _Reader:
    """The tag handlers' stack; each open element has a callback that takes its finished text."""

    def __init__(self) -> None:
        self.mapping = LoadedMapping()
        self.parser = make_parser(self._start, self._end, self._characters, self._refuse_doctype)
        self._open: list[str] = []
        self._text: list[str] = []
        self._finish: Callable[[str], None] = self._ignore
        self._username: str | None = None
        self._authorization = Authorization(None, "plain")
        self._connection = LoadedConnection()
        self._direct: LoadedConnection | None = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        allowed = _CHILDREN[self._open[-1]] if self._open else {"user-mapping"}
        if name not in allowed:
            raise self._reject("element" if self._open else "root", name)
        self._open.append(name)
        self._text = []
        if name == "authorize":
            self._start_authorize(attributes)
        elif name == "connection":
            self._start_connection(attributes)
        elif name != "user-mapping":
            self._start_value(name, attributes)

    def _start_authorize(self, attributes: dict[str, str]) -> None:
        encoding = _ENCODINGS.get(attributes.get("encoding"))
        if encoding is None:
            raise self._reject("encoding", attributes.get("encoding", ""))
        self._username = attributes.get("username")
        self._authorization = Authorization(attributes.get("password"), encoding)
        self._direct = None
        if self._username in self.mapping.authorizations:
            self.mapping.lost_users.append(str(self._username))
        self.mapping.authorizations[self._username] = self._authorization

    def _start_connection(self, attributes: dict[str, str]) -> None:
        if "name" not in attributes:
            # ConnectionTagHandler lets null reach a TreeMap: a NullPointerException at every login.
            raise self._reject("nameless", str(self._username))
        self._connection = LoadedConnection()
        self._hold(attributes["name"], self._connection)

    def _start_value(self, name: str, attributes: dict[str, str]) -> None:
        connection = self._connection if self._open[-2] == "connection" else self._get_direct()
        if name == "protocol":

            def finish(text: str) -> None:
                connection.protocol = text
        else:

            def finish(text: str) -> None:
                connection.parameters[attributes.get("name", "")] = text

        self._finish = finish

    def _get_direct(self) -> LoadedConnection:
        """Return the connection of what stands in ``authorize`` itself; it is held once, and may be replaced since."""
        if self._direct is None:
            self._direct = LoadedConnection()
            self._hold(DIRECT_CONNECTION, self._direct)
        return self._direct

    def _hold(self, name: str, connection: LoadedConnection) -> None:
        if name in self._authorization.connections:
            self.mapping.lost_connections.append((str(self._username), name))
        self._authorization.connections[name] = connection

    def _characters(self, text: str) -> None:
        self._text.append(text)

    def _end(self, _name: str) -> None:
        self._open.pop()
        self._finish("".join(self._text))
        self._finish = self._ignore

    def _ignore(self, text: str) -> None:
        """Text between elements is no error and means nothing."""

    def _refuse_doctype(self, name: str, *_: object) -> None:
        """Refuse what Guacamole would fetch."""
        raise self._reject("doctype", name)

    def _reject(self, what: str, name: str) -> RejectedFileError:
        return RejectedFileError(what, self.parser.CurrentLineNumber, name)
