"""What only the drawing shows, such as cables that lead to no gateway, and what it says twice."""

from collections.abc import Sequence
from typing import Any

from labmapper.core.checks.drawing import check_drawing
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.graph import LabGraph
from labmapper.core.problems import Problem


def _check(*nodes: dict[str, Any], links: Sequence[tuple[str, str]] = ()) -> list[Problem]:
    cables = [
        {"id": f"l{number}", "source": {"node": one}, "target": {"node": other}}
        for number, (one, other) in enumerate(links)
    ]
    return list(check_drawing(LabGraph(Diagram.model_validate({"nodes": list(nodes), "links": cables}))))


def _device(name: str, **connection: Any) -> dict[str, Any]:
    return {"id": name, "type": "device", "label": name, "connections": [{"host": "10.0.0.1"} | connection]}


def test_what_is_given_twice_is_told_in_the_order_of_the_fields() -> None:
    problems = _check(_device("r1"), _device("r2", parameters={"port": "1", "hostname": "x", "protocol": "ssh"}))

    assert [(problem.code, problem.place.item, problem.facts["parameter"]) for problem in problems] == [
        ("parameter-repeated", "r2", name) for name in ("protocol", "hostname", "port")
    ]


def test_devices_that_no_cable_joins_to_any_gateway_are_told_in_the_order_of_drawing() -> None:
    gateways = [{"id": f"g{number}", "type": "gateway"} for number in range(2)]
    devices = [_device(f"r{number}") for number in (4, 2, 0, 3, 1)]

    problems = _check(*gateways, *devices, links=[("g0", "r0"), ("r0", "r1")])

    assert [(problem.code, problem.place.item) for problem in problems] == [
        ("gateway-out-of-reach", name) for name in ("r4", "r2", "r3")
    ]
