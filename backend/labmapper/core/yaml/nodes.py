"""YAML as written: every value keeps its text and its line.

PyYAML's C parser is asked for nodes, never for Python values, so that ``01``, ``no`` and ``10022:22`` stay what was
typed. Duplicate keys are seen; aliases, depth and size are bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from labmapper.core.problems import Place, Problem
from labmapper.core.yaml.left_out import LeftOut

MAX_BYTES = 16 * 1024 * 1024
MAX_ALIASES = 500
MAX_DEPTH = 32
# Texts, lists and mappings together: more than any list of people and devices has, and read in some seconds at most.
MAX_VALUES = 200_000
_LONGEST_TAG = 40

# What YAML 1.1 would take for something else than text, were it not for this module.
_NO_TEXT = ("bool", "int", "float", "null", "timestamp", "merge", "value")

# With these no text may begin that has no quotes; a tab may not indent either.
_STARTS_NO_TEXT = ("\t", "@", "`", "%")

# JSON writes a character above U+FFFF as two escapes, which YAML does not know; behind a backslash they are none.
_PAIR = re.compile(r"\\u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})")


class UnreadableYamlError(Exception):
    """The text is not YAML that can be read; *problem* says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Scalar(NamedTuple):
    """A single value: its text, whether it is written without quotes, and what YAML 1.1 would take it for.

    A named tuple, because a file may have some hundred thousand of them, and no other kind of record is made as quickly.
    """

    text: str
    line: int
    column: int
    is_plain: bool
    kind: str

    @property
    def is_null(self) -> bool:
        """Whether nothing, ``~`` or ``null`` is written."""
        return self.kind == "null"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple["Value", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the text; merge keys (``<<``) are resolved."""

    entries: dict[str, "Value"]
    keys: dict[str, Scalar]
    line: int
    column: int


Value = Scalar | Sequence | Mapping


def parse_yaml(data: bytes) -> tuple[Value, tuple[Problem, ...]]:
    """Return the one document in *data* and the problems that do not keep it from being read (duplicate keys).

    Raises:
        UnreadableYamlError: it is too large, not UTF-8, not YAML, empty, or nests or refers too much.
    """
    text = _join_pairs(decode_text(data))
    try:
        told = _check_events(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UnreadableYamlError(explain_error(error, text)) from error
    if node is None:
        raise UnreadableYamlError(Problem.error("yaml-empty"))
    problems = list(told)
    return _read(node, problems, {}), tuple(problems)


def decode_text(data: bytes) -> str:
    """Return the text of *data*; raise UnreadableYamlError where it is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        size, most = round(len(data) / 1e6), round(MAX_BYTES / 1e6)
        raise UnreadableYamlError(Problem.error("yaml-too-large", size=size, most=most))
    wide = _find_wide_encoding(data)
    if wide:
        raise UnreadableYamlError(Problem.error("yaml-not-utf8", variant="wide", encoding=wide))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"{data[error.start]:#04x}"
        problem = Problem.error("yaml-not-utf8", Place(line=line), line=line, byte=byte)
        raise UnreadableYamlError(problem) from error


def _join_pairs(text: str) -> str:
    """Return *text* with one character for each pair of escapes that stands for it, where *text* is JSON."""
    if "\\u" not in text or not text.lstrip().startswith(("{", "[")):
        return text
    if text.count("\\ud") + text.count("\\uD") > MAX_VALUES:
        raise UnreadableYamlError(Problem.error("yaml-too-complex", variant="values", most=MAX_VALUES))
    return _PAIR.sub(_join, text)


def _join(pair: re.Match[str]) -> str:
    text, start = pair.string, pair.start()
    before = start
    while before and text[before - 1] == "\\":
        before -= 1
    high, low = int(pair[1], 16), int(pair[2], 16)
    is_escape = (start - before) % 2 == 0
    return chr(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)) if is_escape else pair[0]


def _find_wide_encoding(data: bytes) -> str | None:
    """Return ``UTF-16`` or ``UTF-32`` where *data* is that, as its mark or the zeros beside its first letters tell."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")) or (len(data) > 3 and data[:4].count(0) == 3):  # noqa: PLR2004 - of four bytes
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(data) > 1 and data[:2].count(0) == 1):
        return "UTF-16"
    return None


def _check_events(text: str) -> Iterator[Problem]:
    """Return what YAML leaves out of values without an error.

    Raises:
        UnreadableYamlError: *text* nests or refers too much, or YAML takes what is meant as text for a sign.
    """
    aliases = depth = values = 0
    left_out = LeftOut(text)
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.NodeEvent):
            _check_signs(event)
            left_out.add(event)
            values += 1
        aliases += isinstance(event, yaml.AliasEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if values > MAX_VALUES:
            raise UnreadableYamlError(Problem.error("yaml-too-complex", variant="values", most=MAX_VALUES))
        if aliases > MAX_ALIASES or depth > MAX_DEPTH:
            what, most = ("aliases", MAX_ALIASES) if aliases > MAX_ALIASES else ("levels", MAX_DEPTH)
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise UnreadableYamlError(
                Problem.error("yaml-too-complex", Place(line=line), variant=what, line=line, most=most)
            )
    return left_out.tell()


def _check_signs(event: yaml.NodeEvent) -> None:
    """Raise UnreadableYamlError for a tag, and for an anchor that is a value: both were meant as text, or mean nothing."""
    tag = getattr(event, "tag", None)
    is_bare = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
    if not tag and not (is_bare and event.anchor):
        return
    line, column = (event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else (0, 0)
    place = Place(line=line, column=column)
    if not tag:
        raise UnreadableYamlError(Problem.error("yaml-sign", place, variant="anchor", line=line))
    if is_bare:
        raise UnreadableYamlError(Problem.error("yaml-sign", place, variant="exclamation-mark", line=line))
    shown = tag.replace("tag:yaml.org,2002:", "!!")[:_LONGEST_TAG]
    raise UnreadableYamlError(Problem.error("yaml-sign", place, variant="tag", line=line, tag=shown))


def _read(node: yaml.Node, problems: list[Problem], known: dict[int, Value]) -> Value:
    """Return *node* as a value; a node that aliases share is read once."""
    if id(node) not in known:
        # A node that refers to itself is empty inside itself.
        known[id(node)] = Sequence((), 0, 0)
        known[id(node)] = _read_fresh(node, problems, known)
    return known[id(node)]


def _read_fresh(node: yaml.Node, problems: list[Problem], known: dict[int, Value]) -> Value:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.MappingNode):
        return _read_mapping(node, problems, known)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_read(item, problems, known) for item in node.value), line, column)
    is_plain = not getattr(node, "style", None)
    kind = node.tag.rpartition(":")[2]
    return Scalar(node.value, line, column, is_plain, kind if is_plain and kind in _NO_TEXT else "str")


def _read_mapping(node: yaml.MappingNode, problems: list[Problem], known: dict[int, Value]) -> Mapping:
    entries: dict[str, Value] = {}
    keys: dict[str, Scalar] = {}
    merged: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key, value = _read(key_node, problems, known), _read(value_node, problems, known)
        if not isinstance(key, Scalar):
            problems.append(_build_key_problem(key))
        elif key.kind == "merge":
            merged = _merge(value) | merged
        elif key.text in entries:
            problems.append(_build_duplicate(key, keys[key.text]))
        else:
            entries[key.text], keys[key.text] = value, key
    return Mapping(merged | entries, keys, node.start_mark.line + 1, node.start_mark.column + 1)


def _merge(value: Value) -> dict[str, Value]:
    if isinstance(value, Mapping):
        return value.entries
    merged: dict[str, Value] = {}
    for item in value.items if isinstance(value, Sequence) else ():
        merged = (item.entries if isinstance(item, Mapping) else {}) | merged
    return merged


def _build_key_problem(key: Value) -> Problem:
    place = Place(line=key.line, column=key.column)
    return Problem.error("yaml-key", place)


def _build_duplicate(key: Scalar, first: Scalar) -> Problem:
    place = Place(field=key.text, line=key.line, column=key.column)
    return Problem.error("yaml-duplicate-key", place, key=key.text, first=first.line, line=key.line)


def explain_error(error: yaml.YAMLError, text: str) -> Problem:
    """Return the problem of *text* that *error* tells; the reason is the parser's own."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = str(getattr(error, "problem", None) or error).strip()
    if mark is None:
        return Problem.error("yaml-syntax", variant="unreadable-character", reason=reason)
    line, column = mark.line + 1, mark.column + 1
    if reason == "found undefined alias":
        return Problem.error("yaml-sign", Place(line=line, column=column), variant="alias", line=line)
    place, is_start = Place(line=line, column=column), text[mark.index : mark.index + 1] in _STARTS_NO_TEXT
    variant = "bad-start" if is_start else "at-line"
    return Problem.error("yaml-syntax", place, variant=variant, line=line, column=column, reason=reason)
