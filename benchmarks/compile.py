"""Compiling large drawings: how the time grows from 1,000 nodes to 4,000. Run it by ``make bench``."""

import time
from statistics import median
from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram

ROUNDS = 7
SMALL, LARGE = 1_000, 4_000


def draw(nodes: int) -> Diagram:
    """Return a drawing of *nodes*: zones of twenty devices, a gateway, groups with and without access edges."""
    devices: list[dict[str, Any]] = [
        {
            "id": f"d{number}",
            "type": "device",
            "label": f"R{number:05}",
            "zone": f"z{number // 20}",
            "connections": [{"host": f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"}],
        }
        for number in range(nodes)
    ]
    others = [{"id": "g", "type": "gateway"}]
    others += [{"id": f"u{number}", "type": "users", "label": f"s{number}x01"} for number in range(20)]
    zones = [{"id": f"z{number}", "x": 0.0, "y": 0.0, "width": 9.0, "height": 9.0} for number in range(nodes // 20 + 1)]
    pairs = [("g", "d0"), *((f"d{(number - 1) // 2}", f"d{number}") for number in range(1, nodes))]
    pairs += [(f"d{number}", f"d{(number * 7 + 3) % nodes}") for number in range(nodes) if (number * 6 + 3) % nodes]
    links = [
        {"id": f"l{number}", "source": {"node": one}, "target": {"node": other}}
        for number, (one, other) in enumerate(pairs)
    ]
    access = [{"id": f"a{n}", "users": f"u{n % 19}", "target": f"z{n}"} for n in range(len(zones))]
    return Diagram.model_validate({"nodes": [*devices, *others], "zones": zones, "links": links, "access": access})


def measure(diagram: Diagram) -> float:
    """Return how many seconds it takes to compile *diagram*."""
    started = time.perf_counter()
    compile_diagram(diagram)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    small, large = draw(SMALL), draw(LARGE)
    times = [(measure(small), measure(large)) for _ in range(ROUNDS)]
    one, other = median(pair[0] for pair in times), median(pair[1] for pair in times)
    print(f"compile {SMALL} nodes {one:.3f} s, {LARGE} nodes {other:.3f} s: grows {other / one:.1f} x (bar: 5 x)")


if __name__ == "__main__":
    main()
