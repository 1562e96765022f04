"""A drawing as Graphviz ``dot`` lays it out, with its zones as clusters, and how many of its cables cross then."""

import subprocess
from collections.abc import Iterable
from itertools import combinations, pairwise

from labmapper.core.arrangement.drawn_sizes import measure
from labmapper.core.drawing.document import Diagram

Point = tuple[float, float]
# dot draws curves; so many straight pieces stand for each of their arcs. It is odd: curves mostly cross in their middles.
_PIECES = 7
_UNITS_AN_INCH = 72


def draw_by_dot(diagram: Diagram, rows: dict[str, float] | None = None) -> int:
    """Return how many pairs of cables cross where dot lays *diagram* out and draws them as its curves.

    With *rows*, the row of each node that a cable leads to, dot has to keep these, and only orders each of them.
    """
    numbers = {node.id: f"n{number}" for number, node in enumerate(diagram.nodes)}
    pairs = {tuple(sorted((link.source.node, link.target.node))): link for link in diagram.links}
    ends = [(link.source.node, link.target.node) for link in pairs.values() if link.source.node != link.target.node]
    if rows is not None:
        ends = [pair if rows[pair[0]] <= rows[pair[1]] else pair[::-1] for pair in ends]
    text = "\n".join(
        [
            "digraph {",
            "newrank=true",
            "edge [dir=none]",
            "node [shape=box fixedsize=true]",
            *_write_content(diagram, numbers, None),
            *(_write_rows(numbers, rows) if rows else []),
            *(f"{numbers[one]} -> {numbers[other]}" for one, other in ends),
            "}",
        ]
    )
    plain = subprocess.run(
        ["dot", "-Tplain"], input=text, capture_output=True, text=True, check=True, timeout=120
    ).stdout
    curves = [_read_curve(line.split()) for line in plain.splitlines() if line.startswith("edge n")]
    return sum(not {*one[:2]} & {*other[:2]} and _do_cross(one[2], other[2]) for one, other in combinations(curves, 2))


def _write_rows(numbers: dict[str, str], rows: dict[str, float]) -> Iterable[str]:
    levels = sorted(set(rows.values()))
    yield " -> ".join(f"row{place}" for place, _ in enumerate(levels)) + " [style=invis]"
    for place, level in enumerate(levels):
        members = "; ".join(numbers[id_] for id_, row in rows.items() if row == level)
        yield f"row{place} [style=invis width=0.1]; {{ rank=same; row{place}; {members} }}"


def _write_content(diagram: Diagram, numbers: dict[str, str], zone: str | None) -> Iterable[str]:
    for node in diagram.nodes:
        if node.zone == zone:
            width, above, below = measure(node)
            yield f"{numbers[node.id]} [width={width / _UNITS_AN_INCH:.2f} height={(above + below) / _UNITS_AN_INCH:.2f}]"
    for number, inner in enumerate(diagram.zones):
        if inner.zone == zone:
            yield f"subgraph cluster_{number} {{"
            yield from _write_content(diagram, numbers, inner.id)
            yield "}"


def _read_curve(words: list[str]) -> tuple[str, str, list[Point]]:
    """Return the ends of an edge as dot writes it, and its curve in straight pieces."""
    count = int(words[3])
    values = [float(word) for word in words[4 : 4 + 2 * count]]
    points = list(zip(values[::2], values[1::2], strict=True))
    line = [points[0]]
    for start in range(0, count - 1, 3):
        line += [_find_on_arc(points[start : start + 4], step / _PIECES) for step in range(1, _PIECES + 1)]
    return words[1], words[2], line


def _find_on_arc(arc: list[Point], share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return sum(w * p[0] for w, p in zip(weights, arc, strict=True)), sum(
        w * p[1] for w, p in zip(weights, arc, strict=True)
    )


def _do_cross(one: list[Point], other: list[Point]) -> bool:
    if max(x for x, _ in one) < min(x for x, _ in other) or max(x for x, _ in other) < min(x for x, _ in one):
        return False
    return any(_cross(*piece, *another) for piece in pairwise(one) for another in pairwise(other))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
