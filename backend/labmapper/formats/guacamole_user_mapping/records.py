"""Who logs in and what they see, as it was read from a ``user-mapping.xml``, each with its line."""

from dataclasses import dataclass, field

from labmapper.core.problems import Problem

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A connection as somebody sees it: alike ones of different people are one and the same, known by what they are."""

    name: str
    protocol: str
    parameters: Parameters


@dataclass(slots=True)
class Login:
    """Somebody in the file: the name, the password with its encoding, and what they see, by the line of each."""

    username: str | None
    password: str | None
    encoding: str
    line: int
    connections: dict[str, tuple[Seen, int]] = field(default_factory=dict)


@dataclass(slots=True)
class ScannedLogins:
    """Everybody in the file by user name, the lines with comments, and what is wrong with it."""

    logins: dict[str, Login] = field(default_factory=dict)
    comments: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
