"""YAML of other tools, whoever wrote it: every scalar a text with its line, no tag followed, all bounded.

Values are those of ``core/yaml/nodes``. They are built from the events of PyYAML's C parser in one go, so that a file
that is too large is refused before it fills the memory. A value that aliases share is one object, which counts as often as
it is named: whoever walks through all of it takes no longer than through a file that is written out.
"""

from dataclasses import dataclass

import yaml

from labmapper.core.problems import Place, Problem
from labmapper.core.yaml.nodes import (
    Mapping,
    Scalar,
    Sequence,
    UnreadableYamlError,
    Value,
    decode_text,
    explain_error,
)
from labmapper.formats.topology.findings import Findings

# What 5,000 nodes of CML with two cables each have.
MAX_VALUES = 480_000
# Lists and mappings, which take five times the time and the room of texts: half as many again as those nodes have.
MAX_COLLECTIONS = 70_000
MAX_DEPTH = 64
MAX_ALIASES = 5_000
# Anchors and tags, each of which costs as much as ten values.
MAX_MARKS = 20_000
# So many characters may come from aliases together.
MAX_REPEATED = 16 * 1024 * 1024
# So many keys may come from merged mappings (``<<``) together.
MAX_MERGED = 200_000

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_MERGE = "<<"
_make_tuple = tuple.__new__


def parse_yaml(data: bytes, findings: Findings) -> Value | None:
    """Return the first document in *data*; None, and why in *findings*, where it cannot be read.

    Tags and keys that come twice are told there too; the last value of a key counts, as in most tools.
    """
    try:
        # Only looked at: the parser takes the bytes, and a text beside them is room for as many values.
        decode_text(data)
        return _Builder(findings).build(data)
    except yaml.YAMLError as error:
        findings.add(explain_error(error, decode_text(data)))
    except UnreadableYamlError as error:
        findings.add(error.problem)
    return None


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an anchor is at, with how many *values* and *characters* an alias of it stands for."""

    value: Value
    values: int
    characters: int


class _Builder:
    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._anchors: dict[str, _Anchored] = {}
        self._values = self._collections = self._aliases = self._repeated = self._merged = self._marks = 0

    def build(self, data: bytes) -> Value:
        """Return the value that *data* is, up to the end of its first document."""
        get_event, scalar_event = yaml.CSafeLoader(data).get_event, yaml.ScalarEvent
        # The open collections with what is in each so far; keys and values take turns. What was counted before it begins
        # tells what is in it where it has an anchor.
        open_: list[tuple[yaml.CollectionStartEvent, list[Value], int, int]] = []
        items: list[Value] = []
        # Half a million scalars may come by: what is done to each of them is written out here.
        while (event := get_event()) is not None:
            if type(event) is scalar_event:
                self._values += 1
                text, mark, style = event.value, event.start_mark, event.style
                kind = "str" if style else "null" if text in _NULLS else "merge" if text == _MERGE else "str"
                # As Scalar(...) does, but for the call that this takes. The C parser always says where an event begins.
                value: Value = _make_tuple(Scalar, (text, mark.line + 1, mark.column + 1, not style, kind))  # type: ignore[union-attr]
                if event.anchor or event.tag or self._values > MAX_VALUES:
                    self._check(event, value)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._values += 1
                self._collections += 1
                if event.tag or self._is_full() or len(open_) >= MAX_DEPTH:
                    self._check(event, None, len(open_) + 1)
                items = []
                open_.append((event, items, self._values, self._repeated))
                continue
            elif isinstance(event, yaml.CollectionEndEvent):
                start, ended, values, repeated = open_.pop()
                value = self._close(start, ended)
                items = open_[-1][1] if open_ else []
                if start.anchor:
                    characters = self._repeated - repeated + _count_characters(start, event)
                    self._anchors[start.anchor] = _Anchored(value, self._values - values + 1, characters)
            elif isinstance(event, yaml.AliasEvent):
                value = self._follow(event)
            else:
                continue
            if not open_:
                return value
            items.append(value)
        raise UnreadableYamlError(Problem.error("yaml-empty"))

    def _is_full(self) -> bool:
        return self._values > MAX_VALUES or self._collections > MAX_COLLECTIONS

    def _check(self, event: yaml.NodeEvent, value: Value | None, depth: int = 0) -> None:
        """Refuse too many values or levels; tell a tag, and keep what has an anchor."""
        if self._is_full():
            most = MAX_VALUES if self._values > MAX_VALUES else MAX_COLLECTIONS
            raise UnreadableYamlError(Problem.error("import-too-large", variant="values", most=most))
        if depth > MAX_DEPTH:
            raise UnreadableYamlError(
                Problem.error("import-too-large", _find_place(event), variant="levels", most=MAX_DEPTH)
            )
        self._marks += 1
        if self._marks > MAX_MARKS:
            raise UnreadableYamlError(Problem.error("import-too-large", _find_place(event), variant="aliases"))
        tag = getattr(event, "tag", None)
        if tag:
            shown = str(tag).replace("tag:yaml.org,2002:", "!!")
            self._findings.lose("tag", shown, _find_place(event))
        if event.anchor and isinstance(value, Scalar):
            self._anchors[event.anchor] = _Anchored(value, 1, len(value.text))

    def _follow(self, event: yaml.AliasEvent) -> Value:
        self._aliases += 1
        place = _find_place(event)
        known = self._anchors.get(event.anchor or "")
        if known is None:
            # An anchor that does not exist, or that is still open: a value that would hold itself.
            raise UnreadableYamlError(Problem.error("yaml-sign", place, variant="alias", line=place.line or 0))
        self._values += known.values
        self._repeated += known.characters
        if self._aliases > MAX_ALIASES or self._values > MAX_VALUES or self._repeated > MAX_REPEATED:
            raise UnreadableYamlError(Problem.error("import-too-large", place, variant="aliases"))
        return known.value

    def _close(self, start: yaml.CollectionStartEvent, items: list[Value]) -> Value:
        place = _find_place(start)
        line, column = place.line or 0, place.column or 0
        if type(start) is yaml.SequenceStartEvent:
            return Sequence(tuple(items), line, column)
        entries: dict[str, Value] = {}
        keys: dict[str, Scalar] = {}
        merged: dict[str, Value] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if type(key) is not Scalar:
                self._findings.lose("key", "A key that is no text", Place(line=key.line, column=key.column))
                continue
            text = key.text
            if key.kind == "merge":
                merged |= self._merge(value, Place(line=key.line))
                continue
            if text in entries:
                self._findings.lose("again", f"The key {text}", Place(line=key.line, column=key.column))
            entries[text], keys[text] = value, key
        return Mapping({**merged, **entries} if merged else entries, keys, line, column)

    def _merge(self, value: Value, place: Place) -> dict[str, Value]:
        """Return what ``<<`` brings in; of several mappings the first counts."""
        sources = value.items if isinstance(value, Sequence) else (value,)
        found = [each.entries for each in sources if isinstance(each, Mapping)]
        self._merged += sum(len(entries) for entries in found)
        if self._merged > MAX_MERGED:
            raise UnreadableYamlError(Problem.error("import-too-large", place, variant="aliases"))
        merged: dict[str, Value] = {}
        for entries in reversed(found):
            merged |= entries
        return merged


def _count_characters(start: yaml.Event, end: yaml.Event) -> int:
    return end.end_mark.index - start.start_mark.index if start.start_mark and end.end_mark else 0


def _find_place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(line=mark.line + 1, column=mark.column + 1) if mark else Place()


def find_text(mapping: Mapping, key: str, otherwise: str = "") -> str:
    """Return the text under *key*, *otherwise* where there is none or no single value."""
    value = mapping.entries.get(key)
    return value.text if isinstance(value, Scalar) and not value.is_null else otherwise


def find_mapping(mapping: Mapping, key: str) -> Mapping:
    """Return the mapping under *key*, an empty one where there is none."""
    value = mapping.entries.get(key)
    return value if isinstance(value, Mapping) else Mapping({}, {}, mapping.line, mapping.column)


def list_items(mapping: Mapping, key: str) -> tuple[Value, ...]:
    """Return the items of the list under *key*, none where there is none."""
    value = mapping.entries.get(key)
    return value.items if isinstance(value, Sequence) else ()


def find_number(text: str) -> float | None:
    """Return the number that *text* is, None where it is none that can be counted with."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def locate(value: Value, field: str | None = None) -> Place:
    """Return where *value* stands in the file."""
    return Place(field=field, line=value.line or None, column=value.column or None)
