"""Tidying up: how many cables cross beside the same drawing by Graphviz ``dot``, and how long a large drawing takes.

Run it by ``python benchmarks/tidy.py``; it needs ``dot`` (``apt install graphviz``). The examples and the golden drawings are
tidied up in tiers, and the labs in the folder that ``LABMAPPER_TEST_SAMPLES`` names, if it does. It ends with status 1 where a bar is missed.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measuring.dot_drawing import draw_by_dot

from labmapper.core.arrangement.crossings import Cables
from labmapper.core.arrangement.tidy import STYLES, arrange
from labmapper.core.drawing.document import Diagram
from labmapper.formats.importing import read_file

ROOT = Path(__file__).parent.parent
MOST_BESIDE_DOT, MOST_SECONDS = 1.2, 2.0
# dot takes minutes for more.
MOST_NODES = 400


def iter_drawings() -> Iterator[tuple[str, Diagram]]:
    """Yield all drawings with a cable, each with its name."""
    files = [*sorted((ROOT / "backend/labmapper/core/examples").glob("*.json"))]
    files += sorted(
        file for file in (ROOT / "tests/golden").glob("*/*") if file.stem in ("diagram", "lab", "inventory")
    )
    samples = os.environ.get("LABMAPPER_TEST_SAMPLES")
    if samples:
        files += sorted(file for file in Path(samples).glob("[a-z]*/*") if file.is_file())
    for file in files:
        try:
            diagram, _ = read_file(file.read_bytes()).draw()
        except LookupError:
            continue
        if diagram is not None and diagram.links and len(diagram.nodes) <= MOST_NODES:
            yield f"{file.parent.name}/{file.name}", diagram


def compare(diagram: Diagram) -> tuple[int, int, int, int]:
    """Return how many cables cross in *diagram* tidied up in tiers, by dot in the same rows, and by dot in rows of its own.

    Last is how often a cable runs through a node.
    """
    places = {node.id: (node.x, node.y) for node in diagram.nodes} | arrange(diagram, "tiers").nodes
    pairs = [(link.source.node, link.target.node) for link in diagram.links]
    cables = Cables(places, pairs)
    rows = {id_: places[id_][1] for pair in pairs for id_ in pair}
    return cables.count_crossings(), draw_by_dot(diagram, rows), draw_by_dot(diagram), cables.count_run_through()


def draw_campus(nodes: int, cables: int) -> Diagram:
    """Return a campus of so many *nodes* in buildings with so many *cables*, each device joined to two of the tier above."""
    tiers = [4, 16, nodes // 10]
    tiers.append(nodes - sum(tiers))
    kinds = ["router", "l3switch", "switch", "workstation"]
    ids = [[f"{kind}{n}" for n in range(count)] for kind, count in zip(kinds, tiers, strict=True)]
    pairs = [
        (ids[tier - 1][(place * len(ids[tier - 1]) // len(ids[tier]) + step) % len(ids[tier - 1])], id_)
        for tier in range(1, 4)
        for place, id_ in enumerate(ids[tier])
        for step in (0, 1)
    ]
    pairs += [(ids[2][n % len(ids[2])], ids[2][(n * 7 + 1) % len(ids[2])]) for n in range(max(0, cables - len(pairs)))]
    return Diagram.model_validate(
        {
            "nodes": [
                {"id": id_, "type": "device", "kind": kind, "label": id_}
                for kind, names in zip(kinds, ids, strict=True)
                for id_ in names
            ],
            "links": [
                {"id": f"l{n}", "source": {"node": one}, "target": {"node": other}}
                for n, (one, other) in enumerate(pairs[:cables])
                if one != other
            ],
        }
    )


def compare_crossings() -> bool:
    """Print the crossings of each drawing beside those of dot, and return whether all together are within the bar."""
    sums = [0, 0, 0, 0]
    for name, diagram in iter_drawings():
        found = compare(diagram)
        sums = [one + other for one, other in zip(sums, found, strict=True)]
        if any(found):
            print(
                f"{name:50} {found[0]:5} crossings, dot in the same rows {found[1]:5}, in its own {found[2]:5}; {found[3]:3} through a node"
            )
    print(
        f"{'all together':50} {sums[0]:5} crossings, dot in the same rows {sums[1]:5}, in its own {sums[2]:5}; {sums[3]:3} through a node"
    )
    return sums[0] <= MOST_BESIDE_DOT * sums[1]


def measure_seconds() -> bool:
    """Print how long 1,000 nodes with 2,000 cables take in each style, and return whether that is within the bar."""
    diagram = draw_campus(1_000, 2_000)
    arrange(draw_campus(40, 60), "tiers")
    slowest = 0.0
    for style in STYLES:
        started = time.process_time()
        arrange(diagram, style)
        seconds = time.process_time() - started
        slowest = max(slowest, seconds)
        print(
            f"{len(diagram.nodes)} nodes, {len(diagram.links)} cables, {style}: {seconds:.2f} s (bar {MOST_SECONDS} s)"
        )
    return slowest <= MOST_SECONDS


if __name__ == "__main__":
    sys.exit(0 if all([compare_crossings(), measure_seconds()]) else 1)
