"""The graph that a text in DOT describes: nodes, edges with their ports, and subgraphs, all with their attributes.

Read tolerantly: what Graphviz would refuse and still makes sense (``node`` without brackets) is read. Nesting is walked
with a list of our own, so that no depth of input reaches Python's limit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, product

from labmapper.formats.topology.dot_language.tokens import DotError, Token, iter_tokens
from labmapper.formats.topology.sizes import MOST_CABLES, MOST_DEVICES

MAX_NODES = MOST_DEVICES
MAX_EDGES = MOST_CABLES
MAX_DEPTH = 64
# So many attributes of one thing are kept: each node takes its own copy of the defaults.
MAX_ATTRIBUTES = 60

Attributes = dict[str, str]


@dataclass(slots=True)
class DotNode:
    """A node: *group* is the key of the innermost named subgraph that it stands in."""

    id: str
    position: int
    attributes: Attributes = field(default_factory=dict)
    group: str | None = None


@dataclass(slots=True)
class DotEdge:
    """An edge between two nodes, with the ports that are written behind their ids."""

    tail: str
    tail_port: str
    head: str
    head_port: str
    attributes: Attributes
    position: int


@dataclass(slots=True)
class DotGroup:
    """A subgraph with a name, and the key of the one around it."""

    key: str
    name: str
    parent: str | None
    attributes: Attributes = field(default_factory=dict)


@dataclass(slots=True)
class DotGraph:
    """All that was read. Attributes that were written as HTML are told by ``is_html``."""

    name: str = ""
    is_directed: bool = False
    attributes: Attributes = field(default_factory=dict)
    nodes: dict[str, DotNode] = field(default_factory=dict)
    edges: list[DotEdge] = field(default_factory=list)
    groups: dict[str, DotGroup] = field(default_factory=dict)


_End = tuple[str, str]  # the id of a node, and its port
_HTML_MARK = "\0html"


def is_html(text: str) -> bool:
    """Return whether the attribute's *text* was written as HTML, between angle brackets."""
    return text.startswith(_HTML_MARK)


def get_html(text: str) -> str:
    """Return the HTML of an attribute."""
    return text.removeprefix(_HTML_MARK)


def parse_dot(text: str) -> DotGraph:
    """Return the first graph in *text*.

    Raises:
        DotError: *text* is no graph in DOT, or one that is too large.
    """
    return _Reader(text).read()


@dataclass(slots=True)
class _Scope:
    """What holds between two braces: defaults, the group, all nodes named so far, and the statement being read."""

    node_defaults: Attributes
    edge_defaults: Attributes
    attributes: Attributes
    group: str | None
    members: dict[str, None] = field(default_factory=dict)
    chain: list[list[_End]] = field(default_factory=list)
    given: Attributes = field(default_factory=dict)
    start: int = 0
    awaits_end: bool = False


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens: Iterator[Token] = iter_tokens(text)
        self._graph = DotGraph()
        self._length = len(text)
        self._next: Token = ("end", "", 0)
        self._step()

    def _step(self) -> Token:
        """Return the present word, and go on to the next; strings that a plus joins are one."""
        now = self._next
        self._next = next(self._tokens, ("end", "", self._length))
        return now

    def _take(self, sign: str) -> bool:
        if self._next[0] == "sign" and self._next[1] == sign:
            self._step()
            return True
        return False

    def _read_id(self) -> str:
        kind, text, position = self._step()
        if kind not in ("word", "text", "html"):
            raise DotError("unexpected" if kind != "end" else "unfinished", position)
        if kind == "html":
            return _HTML_MARK + text
        if kind == "text" and self._next[1] == "+" and self._next[0] == "sign":
            parts = [text]
            while self._take("+"):
                parts.append(self._step()[1])
            return "".join(parts)
        return text

    def read(self) -> DotGraph:
        words = []
        while self._next[0] in ("word", "text"):
            words.append(self._read_id())
        lowered = [word.lower() for word in words[:2]]
        kind = next((word for word in lowered if word in ("graph", "digraph")), None)
        if kind is None or not self._take("{"):
            raise DotError("no-graph", self._next[2])
        self._graph.is_directed = kind == "digraph"
        after = words[lowered.index(kind) + 1 :]
        self._graph.name = after[0] if after else ""
        scopes = [_Scope({}, {}, self._graph.attributes, None)]
        while scopes:
            self._read_part(scopes)
        if "strict" in lowered[:1]:
            self._merge_edges()
        return self._graph

    def _merge_edges(self) -> None:
        """Keep the first of edges that are equal: in a strict graph there is one, with all attributes; ports differ."""
        merged: dict[object, DotEdge] = {}
        for edge in self._graph.edges:
            ends = ((edge.tail, edge.tail_port), (edge.head, edge.head_port))
            first = merged.setdefault(ends if self._graph.is_directed else frozenset(ends), edge)
            first.attributes = {**first.attributes, **edge.attributes}
        self._graph.edges = list(merged.values())

    def _read_part(self, scopes: list[_Scope]) -> None:
        """Read the next part of a statement in the innermost of *scopes*, which a brace opens or closes."""
        scope = scopes[-1]
        kind, text, position = self._next
        if kind == "sign":
            self._read_sign(scopes, text, position)
        elif kind == "end":
            raise DotError("unfinished", position)
        elif kind == "word" and text.lower() == "subgraph":
            self._begin_operand(scope, position)
            self._step()
            named = None if self._next[1] == "{" and self._next[0] == "sign" else self._read_id()
            if self._take("{"):
                scopes.append(self._open(scope, named))
                self._check_depth(scopes, position)
            else:
                self._finish_operand(scope, [])
        elif kind == "word" and text.lower() in ("graph", "node", "edge"):
            self._read_defaults(scope, text.lower())
        else:
            self._read_node(scope, position)

    def _read_sign(self, scopes: list[_Scope], sign: str, position: int) -> None:
        scope = scopes[-1]
        self._step()
        if sign == "{":
            self._begin_operand(scope, position)
            scopes.append(self._open(scope, None))
            self._check_depth(scopes, position)
        elif sign == "}":
            self._flush(scope)
            scopes.pop()
            if scopes:
                scopes[-1].members |= scope.members
                self._finish_operand(scopes[-1], [(name, "") for name in scope.members])
        elif sign in ("--", "->") and scope.chain and not scope.awaits_end:
            scope.awaits_end = True
        elif sign == "[" and scope.chain and not scope.awaits_end:
            scope.given |= self._read_attributes()
        elif sign in (";", ","):
            self._flush(scope)
        else:
            raise DotError("unexpected", position)

    @staticmethod
    def _check_depth(scopes: list[_Scope], position: int) -> None:
        if len(scopes) > MAX_DEPTH:
            raise DotError("too-deep", position)

    def _begin_operand(self, scope: _Scope, position: int) -> None:
        """End the statement before, where what comes now is no further end of its edges."""
        if not scope.awaits_end:
            self._flush(scope)
            scope.start = position

    @staticmethod
    def _finish_operand(scope: _Scope, ends: list[_End]) -> None:
        scope.awaits_end = False
        scope.chain.append(ends)

    def _open(self, outer: _Scope, name: str | None) -> _Scope:
        group = outer.group
        attributes: Attributes = {}
        if name is not None:
            key = f"{len(self._graph.groups)}"
            self._graph.groups[key] = made = DotGroup(key, name, outer.group, attributes)
            group = made.key
        return _Scope(dict(outer.node_defaults), dict(outer.edge_defaults), attributes, group)

    def _read_defaults(self, scope: _Scope, what: str) -> None:
        self._flush(scope)
        self._step()
        given: Attributes = {}
        if self._take("="):
            self._read_id()
        while self._take("["):
            given |= self._read_attributes()
        known = {"graph": scope.attributes, "node": scope.node_defaults, "edge": scope.edge_defaults}[what]
        if len(known) < MAX_ATTRIBUTES:
            known.update(given)

    def _read_node(self, scope: _Scope, position: int) -> None:
        self._begin_operand(scope, position)
        name = self._read_id()
        if not scope.awaits_end and self._take("="):
            scope.attributes[name] = self._read_id()
            return
        ports = []
        while self._take(":"):
            ports.append(self._read_id())
        self._add_node(scope, name, position)
        self._finish_operand(scope, [(name, ports[0] if ports else "")])

    def _add_node(self, scope: _Scope, name: str, position: int) -> None:
        node = self._graph.nodes.get(name)
        if node is None:
            node = self._graph.nodes[name] = DotNode(name, position, dict(scope.node_defaults), scope.group)
            if len(self._graph.nodes) > MAX_NODES:
                raise DotError("too-large", position)
        elif node.group != scope.group and self._is_inside(scope.group, node.group):
            node.group = scope.group
        scope.members[name] = None

    def _is_inside(self, group: str | None, outer: str | None) -> bool:
        while group is not None and group != outer:
            group = self._graph.groups[group].parent
        return group == outer

    def _read_attributes(self) -> Attributes:
        """Return what stands between brackets, of which the first was taken."""
        given: Attributes = {}
        while not self._take("]"):
            name = self._read_id()
            value = self._read_id() if self._take("=") else "true"
            if len(given) < MAX_ATTRIBUTES:
                given[name] = value
            if not self._take(","):
                self._take(";")
        return given

    def _flush(self, scope: _Scope) -> None:
        """Add what the statement of *scope* means, and forget it."""
        if scope.awaits_end:
            raise DotError("unexpected", self._next[2])
        if len(scope.chain) > 1:
            attributes = scope.edge_defaults | scope.given
            for tails, heads in pairwise(scope.chain):
                if len(self._graph.edges) + len(tails) * len(heads) > MAX_EDGES:
                    raise DotError("too-large", scope.start)
                self._graph.edges += [
                    DotEdge(*tail, *head, attributes, scope.start) for tail, head in product(tails, heads)
                ]
        elif scope.chain and scope.given:
            for name, _ in scope.chain[0]:
                self._graph.nodes[name].attributes |= scope.given
        scope.chain, scope.given = [], {}
