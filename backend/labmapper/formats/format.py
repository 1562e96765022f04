"""The record that describes a file format. Everything that lists, reads or writes files goes by it.

``registry`` lists the formats there are, ``importing`` reads a file and ``exporting`` writes one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from labmapper.core.lab.structure import Lab
from labmapper.core.messages.catalogue import ENGLISH as ENGLISH_MESSAGES
from labmapper.core.messages.catalogue import Catalogue as Messages
from labmapper.core.messages.templates import Fact, fill
from labmapper.core.problems import Problem
from labmapper.formats.options import Option, Values

if TYPE_CHECKING:
    # pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.pipeline import Source

    ReadSource = tuple[Source | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How a format is read.

    *parse* takes the bytes of a file and the values of *options*. It returns a lab or a diagram, or None where an error
    keeps the file from being read, and all problems. A diagram whose nodes have no places is laid out afterwards.
    *recognises* judges by the content, never by the name. It is asked before the file is read, so it only looks.
    """

    parse: "Callable[[bytes, Values], ReadSource]"
    recognises: Callable[[bytes], bool]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a page that people read on paper: the English sentence is the key, as everywhere.

    *find* gives the sentences of the language with their places still in them, *messages* are its words for problems.
    """

    tag: str = "en"
    find: Callable[[str], str] = str
    messages: Messages = ENGLISH_MESSAGES

    def t(self, sentence: str, /, **facts: Fact) -> str:
        """Return *sentence* in this language, with *facts* in its places."""
        return fill(self.find(sentence), facts)


ENGLISH = Language()


@dataclass(frozen=True)
class Content:
    """What a writer writes: a lab, the drawing that it was made of where there is one, and what the user chose.

    Pages for people are written in *language*; what programs read is the same in all.

    Random passwords are made from *seed*. Without a seed the file is only looked at: every secret is dots already, but
    the random passwords, for which the writer writes ``secrets.MASK``.
    """

    lab: Lab
    drawing: "Diagram | None" = None
    seed: bytes | None = None
    values: Values = field(default_factory=dict)
    language: Language = ENGLISH

    @cached_property
    def drawn(self) -> "tuple[Diagram | None, tuple[Problem, ...]]":
        """The drawing, that of the lab laid out where nothing was drawn, or None and why it cannot be drawn."""
        if self.drawing is not None:
            return self.drawing, ()
        # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
        from labmapper.core.drawing.diagram_from_lab import draw_lab  # noqa: PLC0415

        return draw_lab(self.lab)


def _find_nothing(_content: Content) -> tuple[Problem, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written.

    *render* yields the file piece by piece. *check* is asked before: with an error the file is not written, because the
    format cannot say what is meant; a warning tells what is left out.

    *action* is what menus call it; in the *section* ``gateway`` of them stands what goes to a Guacamole, and in ``class`` what is handed out to people. *preview* is the
    short name of its preview and its tab, None where it has none; *render_preview* yields it where the file itself cannot
    be looked into, or not without being asked for options. *takes_errors* is for formats that carry the drawing
    itself, which may be unfinished. What *tells_logins* hands people their passwords: it is handed out in any section, and
    a random password on it is of no use where no file for a gateway has it. *lacks* is a sentence on what any file of it lacks, which is said once before the first
    is written. *needs_seed* is for those that know a lab again by its seed, also where no password is random. *name_file*
    gives name and media type of a file of some values of the options, where these depend on them. A page to print has its
    *style* sheet within: only such a page is shown by the server, with no other style and no script. *by_name* is for those
    by which Guacamole knows connections by their names, which its start page must then be able to encode.
    """

    render: Callable[[Content], Iterator[bytes]]
    action: str
    icon: str = "file"
    preview: str | None = None
    render_preview: Callable[[Content], Iterator[bytes]] | None = None
    holds_secrets: bool = True
    takes_errors: bool = False
    tells_logins: bool = False
    lacks: str = ""
    needs_seed: bool = False
    section: Literal["", "gateway", "class"] = ""
    style: str = ""
    by_name: bool = False
    name_file: Callable[[Values], tuple[str, str]] | None = None
    options: tuple[Option, ...] = ()
    check: Callable[[Content], Iterable[Problem]] = _find_nothing

    @property
    def is_handed_out(self) -> bool:
        """Return whether a class is handed it."""
        return self.section == "class" or self.tells_logins


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called, how it is read and how it is written; None where it is not.

    *file_name* is what a written file is called, and *suffixes* are all endings by which the command line and the
    choice of files know it. *words* are more words by which somebody might look for it.
    """

    name: str
    title: str
    file_name: str
    suffixes: tuple[str, ...]
    media_type: str
    reader: Reader | None = None
    writer: Writer | None = None
    words: str = ""

    @property
    def read_options(self) -> tuple[Option, ...]:
        """What must be known to read it."""
        return self.reader.options if self.reader else ()

    @property
    def write_options(self) -> tuple[Option, ...]:
        """What must be known to write it."""
        return self.writer.options if self.writer else ()

    def name_written(self, values: Values) -> tuple[str, str]:
        """Return name and media type of a file that is written with these *values* of the options."""
        if self.writer and self.writer.name_file:
            return self.writer.name_file(values)
        return self.file_name, self.media_type

    @property
    def is_by_name(self) -> bool:
        """Return whether Guacamole knows connections of such a file by their names."""
        return self.writer is not None and self.writer.by_name

    @property
    def is_finished_later(self) -> bool:
        """Return whether it is the file of another tool: what it lacks is asked for with what was found in it."""
        return any(option.is_late for option in self.read_options)

    def iter_sentences(self) -> Iterator[str]:
        """Yield what people read of it."""
        yield self.title
        if self.writer:
            yield self.writer.action
            yield from [self.writer.lacks] if self.writer.lacks else []
        for option in (*self.read_options, *self.write_options):
            yield from option.iter_sentences()

    def as_json(self, translate: Callable[[str], str] = str) -> dict[str, Any]:
        """Return what the editor makes its menus, tabs and fields of; *translate* gives its sentences in a language.

        What it has not is left out: the page shall be small. The options for writing come with the help, when they are
        asked for. So do the options for reading that are asked for late: they come with the answer to a first reading.
        """
        writer = self.writer
        asked = () if self.is_finished_later else self.read_options
        known = {
            "name": self.name,
            "title": translate(self.title),
            "fileName": self.file_name,
            "suffixes": list(self.suffixes) if self.reader else None,
            "words": self.words or None,
            "reads": [option.as_json(translate) for option in asked] if self.reader else None,
            "writes": [option.name for option in self.write_options] if writer else None,
            "action": translate(writer.action) if writer else None,
            "section": writer.section or None if writer else None,
            "icon": writer.icon if writer and writer.icon != "file" else None,
            "preview": writer.preview if writer else None,
            "lacks": translate(writer.lacks) if writer and writer.lacks else None,
        }
        return {key: value for key, value in known.items() if value is not None}
