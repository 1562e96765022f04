"""YAML as written: every value keeps its text and its line.

PyYAML's C parser is asked for nodes, never for Python values, so that ``01``, ``no`` and ``10022:22`` stay what was
typed. Duplicate keys are seen; aliases, depth and size are bounded.
"""

from dataclasses import dataclass

import yaml

from labmapper.core.problems import Place, Problem

MAX_BYTES = 16 * 1024 * 1024
MAX_ALIASES = 500
MAX_DEPTH = 32

# What YAML 1.1 would take for something else than text, were it not for this module.
_NO_TEXT = ("bool", "int", "float", "null", "timestamp", "merge", "value")


class UnreadableYamlError(Exception):
    """The text is not YAML that can be read; *problem* says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text, whether it is written without quotes, and what YAML 1.1 would take it for."""

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
    text = _decode(data)
    try:
        _check_bounds(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UnreadableYamlError(_explain(error)) from error
    if node is None:
        raise UnreadableYamlError(Problem("yaml-empty", "error", "The file is empty.", "Choose another file."))
    problems: list[Problem] = []
    return _read(node, problems, {}), tuple(problems)


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        message = f"The file has {len(data) / 1e6:.0f} MB; up to {MAX_BYTES / 1e6:.0f} MB can be read."
        raise UnreadableYamlError(Problem("yaml-too-large", "error", message, "Is it the right file?"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableYamlError(
            Problem(
                "yaml-not-utf8",
                "error",
                f"Line {line} is not UTF-8: the byte {data[error.start]:#04x} is probably Latin-1 or Windows-1252.",
                "Save the file as UTF-8 in your editor, then try again.",
                Place(line=line),
            )
        ) from error


def _check_bounds(text: str) -> None:
    aliases = depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        aliases += isinstance(event, yaml.AliasEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if aliases > MAX_ALIASES or depth > MAX_DEPTH:
            what = f"more than {MAX_ALIASES} aliases" if aliases > MAX_ALIASES else f"more than {MAX_DEPTH} levels"
            line = event.start_mark.line + 1 if event.start_mark else None
            raise UnreadableYamlError(
                Problem(
                    "yaml-too-complex",
                    "error",
                    f"Line {line}: the file has {what}.",
                    "Write the values out.",
                    Place(line=line),
                )
            )


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
    return Problem("yaml-key", "error", f"Line {key.line}: a key must be a word.", "Write the key as text.", place)


def _build_duplicate(key: Scalar, first: Scalar) -> Problem:
    return Problem(
        "yaml-duplicate-key",
        "error",
        f"The key '{key.text}' stands on line {first.line} and again on line {key.line}.",
        "Rename or delete one of them; a reader would silently drop the first.",
        Place(field=key.text, line=key.line, column=key.column),
    )


def _explain(error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = str(getattr(error, "problem", None) or error).strip()
    hint = "Indent with the same number of blanks everywhere, and put text with special characters in quotes."
    if "\\t" in what or "tab" in what or "cannot start any token" in what:
        hint = "Indent with blanks, not with tabs; put text that begins with a special character in quotes."
    if mark is None:
        return Problem("yaml-syntax", "error", f"This is not YAML: {what}.", hint)
    place = Place(line=mark.line + 1, column=mark.column + 1)
    return Problem("yaml-syntax", "error", f"Line {place.line}, column {place.column}: {what}.", hint, place)
