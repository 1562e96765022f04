"""What a format needs from the user: options with types, and their values read from text.

The command line takes them as ``--set name=value``, the API as query parameters or as JSON, the editor and the page that
converts ask for them in a form.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Value = str | int | bool
Values = Mapping[str, Value]

LONGEST_TEXT = 1_000
_ABBREVIATIONS = frozenset({"json", "yaml", "csv", "html"})
_FLAGS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class WrongOptionError(ValueError):
    """An option that the format does not have, or a value that it cannot take; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: a text, a whole number from *least* to *most*, a flag, or one of *choices*.

    Without a *default* the user must say it. What *is_secret* is never put into an address. A text has up to *longest*
    characters; one that may be longer than usual has several lines. What *is_late* is asked for with what a first
    reading found; what is *of_archives* only where the file is one. A default that *is_sentence* is for people, in their language.
    """

    name: str
    label: str
    kind: Literal["text", "number", "flag", "choice"]
    default: Value | None = None
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 1_000_000
    hint: str = ""
    is_secret: bool = False
    longest: int = LONGEST_TEXT
    is_late: bool = False
    of_archives: bool = False
    is_sentence: bool = False

    def parse(self, text: str) -> Value:
        """Return the value that *text* means; raise WrongOptionError where it means none."""
        if self.kind == "text" and len(text) <= self.longest:
            return text
        if self.kind == "flag" and text.lower() in _FLAGS:
            return _FLAGS[text.lower()]
        if self.kind == "choice" and text in self.choices:
            return text
        if self.kind == "number" and text.isascii() and text.isdecimal() and len(text) <= len(str(self.most)):
            number = int(text)
            if self.least <= number <= self.most:
                return number
        raise WrongOptionError(f"The option '{self.name}' must be {self.describe()}.")

    @property
    def has_lines(self) -> bool:
        """Return whether it is a text of several lines."""
        return self.kind == "text" and self.longest > LONGEST_TEXT

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The texts that may be chosen, each with what people call it."""
        if self.kind == "flag":
            return (("true", "Yes"), ("false", "No"))
        return tuple((each, _name_choice(each)) for each in self.choices)

    @property
    def default_text(self) -> str:
        """The text that means the default, empty where there is none."""
        if self.default is None:
            return ""
        return str(self.default).lower() if isinstance(self.default, bool) else str(self.default)

    def describe(self) -> str:
        """Return in words which values there are."""
        return {
            "text": f"a text of up to {self.longest} characters",
            "number": f"a whole number from {self.least} to {self.most}",
            "flag": "true or false",
            "choice": f"one of {', '.join(self.choices)}",
        }[self.kind]

    def as_schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the values."""
        schemas: dict[str, dict[str, Any]] = {
            "text": {"type": "string", "maxLength": self.longest},
            "number": {"type": "integer", "minimum": self.least, "maximum": self.most},
            "flag": {"type": "boolean"},
            "choice": {"type": "string", "enum": list(self.choices)},
        }
        return schemas[self.kind]

    def iter_sentences(self) -> Iterator[str]:
        """Yield what people read of it."""
        yield self.label
        if self.hint:
            yield self.hint
        if self.is_sentence:
            yield self.default_text
        yield from (label for _, label in self.pairs if not label.isdigit())

    def as_json(self, translate: Callable[[str], str] = str) -> dict[str, Any]:
        """Return the option as the editor builds a field of it; *translate* gives its sentences in a language."""
        return {
            "name": self.name,
            "label": translate(self.label),
            "kind": self.kind,
            "default": translate(self.default_text) if self.is_sentence else self.default,
            "choices": list(self.choices),
            "choiceLabels": [translate(label) for value, label in self.pairs if value in self.choices],
            "least": self.least,
            "most": self.most,
            "hint": translate(self.hint) if self.hint else "",
            "isSecret": self.is_secret,
            "hasLines": self.has_lines,
        }


def _name_choice(value: str) -> str:
    """Return what people call the *value* of a choice: ``leave-out`` is Leave out."""
    return value.upper() if value in _ABBREVIATIONS else value[:1].upper() + value[1:].replace("-", " ")


def parse_values(options: tuple[Option, ...], given: Mapping[str, str]) -> Values:
    """Return a value for each of *options*: what the texts *given* mean, or the default.

    Raises:
        WrongOptionError: An option is not among *options*, is missing, or its text means no value.
    """
    known = {option.name: option for option in options}
    for name in given:
        if name not in known:
            there_are = f"There are: {', '.join(known)}." if known else "There are none."
            raise WrongOptionError(f"There is no option '{name[:50]}' here. {there_are}")
    values: dict[str, Value] = {}
    for name, option in known.items():
        if name in given:
            values[name] = option.parse(given[name])
        elif option.default is not None:
            values[name] = option.default
        else:
            raise WrongOptionError(f"The option '{name}' is missing: {option.describe()}.")
    return values
