"""Reading the keys of a YAML file, each problem with its line, its path and a cure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from labmapper.core.messages.entries import DEFAULT
from labmapper.core.messages.templates import Fact
from labmapper.core.problem_list import MOST_OF_A_KIND, ProblemList
from labmapper.core.problems import Place, Problem
from labmapper.core.suggestions import find_nearest
from labmapper.core.yaml.nodes import Mapping, Scalar, Value

_DIGITS = re.compile(r"[0-9]{1,18}\Z")
_DECIMAL = re.compile(r"(0|[1-9][0-9]*)\Z")


@dataclass(frozen=True, slots=True)
class Section:
    """A mapping of the file with its path, and where to report what is wrong in it."""

    mapping: Mapping
    path: str
    problems: ProblemList = field(repr=False)

    @classmethod
    def open(cls, value: Value, path: str, problems: ProblemList) -> "Section":
        """Return the section that *value* is; anything else is reported, and taken as empty."""
        if isinstance(value, Mapping):
            return cls(value, path, problems)
        section = cls(Mapping({}, {}, value.line, value.column), path, problems)
        if not (isinstance(value, Scalar) and value.is_null):
            if path:
                section.error("config-shape", variant="no-keys", key=path)
            else:
                section.error("config-shape", variant="no-config")
        return section

    def error(self, code: str, at: str = "", /, *, variant: str = DEFAULT, **facts: Fact) -> None:
        """Report an error at the key *at*, or at the head of this section."""
        self.problems.append(Problem(code, "error", self._locate(at), variant, facts))

    def warn(self, code: str, at: str = "", /, *, variant: str = DEFAULT, **facts: Fact) -> None:
        """Report a warning at the key *at*, or at the head of this section."""
        self.problems.append(Problem(code, "warning", self._locate(at), variant, facts))

    def name(self, key: str) -> str:
        """Return the whole path of *key*."""
        return f"{self.path}.{key}" if self.path else key

    def enter(self, key: str) -> "Section":
        """Return the section under *key*, empty where there is none."""
        value = self.mapping.entries.get(key, Mapping({}, {}, self.mapping.line, self.mapping.column))
        return Section.open(value, self.name(key), self.problems)

    def enter_all(self) -> Iterable[tuple[str, "Section"]]:
        """Yield every key with the section under it."""
        return ((key, self.enter(key)) for key in self.mapping.entries)

    def check_keys(self, known: Iterable[str]) -> None:
        """Report keys that mean nothing here."""
        names = tuple(known)
        unknown = (key for key in self.mapping.keys if key not in names)
        # Aliases make many sections of one mapping: what is told only once is looked for only so often.
        for key in islice(unknown, MOST_OF_A_KIND + 1):
            near = find_nearest(key, names, at_least=0.6)
            if near:
                self.warn("config-unknown-key", key, variant="near", key=self.name(key), near=near)
            else:
                self.warn("config-unknown-key", key, key=self.name(key), known=names)

    def has(self, key: str) -> bool:
        """Return whether anything but nothing is written under *key*."""
        value = self.mapping.entries.get(key)
        return value is not None and not (isinstance(value, Scalar) and value.is_null)

    def find_text(self, key: str) -> str | None:
        """Return what is written under *key*, None where nothing is."""
        value = self.mapping.entries.get(key)
        if value is None or not self.has(key):
            return None
        if not isinstance(value, Scalar):
            self.error("config-shape", key, variant="single-value", key=self.name(key))
            return None
        if value.kind != "str" and not (value.kind == "int" and _DECIMAL.match(value.text)):
            self.warn("config-unquoted", key, key=self.name(key), value=value.text)
        return value.text

    def get_text(self, key: str, example: str) -> str:
        """Return what is written under *key*; report where nothing is."""
        if not self.has(key):
            self.error("config-missing-key", key, variant="inside", parent=self.path, key=key, example=example)
        return self.find_text(key) or ""

    def get_digits(self, key: str, example: str) -> str:
        """Return the digits under *key*; report what is not digits and return "1"."""
        text = self.get_text(key, f"'{example}'")
        if not _DIGITS.match(text):
            if text:
                self.error("config-not-a-number", key, key=self.name(key), value=text, example=example)
            elif self.has(key):
                self.error("config-not-a-number", key, variant="empty", key=self.name(key), example=example)
            return "1"
        return text

    def get_number(self, key: str, most: int, otherwise: int | None = None) -> int:
        """Return the whole number under *key*, *otherwise* where nothing is written; report one above *most*."""
        if otherwise is not None and not self.has(key):
            return otherwise
        number = int(self.get_digits(key, "10"))
        if number > most:
            self.error("config-too-many", key, key=self.name(key), number=number, most=most)
            return 0
        return number

    def find_choice(self, key: str, choices: tuple[str, ...], otherwise: str) -> str:
        """Return which of *choices* is written under *key*, *otherwise* where nothing is; report anything else."""
        if not self.has(key):
            return otherwise
        value = self.mapping.entries[key]
        text = value.text if isinstance(value, Scalar) else ""
        if text not in choices:
            self.error("config-choice", key, key=self.name(key), value=text, choices=choices)
            return otherwise
        return text

    def _locate(self, key: str) -> Place:
        at = self.mapping.keys.get(key) or self.mapping.entries.get(key) or self.mapping
        path = self.name(key) if key else self.path
        return Place(None, path or None, at.line, at.column)
