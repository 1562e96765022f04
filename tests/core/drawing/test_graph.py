"""What the drawing says about who reaches what, and what the gateway can see."""

from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.graph import (
    LabGraph,
    count_dependents,
    find_cut_off,
    find_granted,
    find_pods,
)
from labmapper.core.drawing.items import Users


def _draw(**parts: Any) -> LabGraph:
    nodes = [{"id": name, "type": kind, "zone": zone} for name, kind, zone in parts.pop("nodes")]
    zones = [
        {"id": name, "x": 0.0, "y": 0.0, "width": 9.0, "height": 9.0, "zone": zone, "pod": pod}
        for name, zone, pod in parts.pop("zones", [])
    ]
    links = [
        {"id": f"l{number}", "source": {"node": one}, "target": {"node": other}}
        for number, (one, other) in enumerate(parts.pop("links", []))
    ]
    access = [
        {"id": f"a{number}", "users": users, "target": target}
        for number, (users, target) in enumerate(parts.pop("access", []))
    ]
    return LabGraph(Diagram.model_validate({"nodes": nodes, "zones": zones, "links": links, "access": access}))


def _get_users(graph: LabGraph, name: str = "students") -> Users:
    return next(node for node in graph.diagram.nodes if isinstance(node, Users) and node.id == name)


def test_users_without_access_edges_are_not_limited_to_anything() -> None:
    graph = _draw(nodes=[("students", "users", None), ("r1", "device", None), ("r2", "device", None)])

    assert find_granted(graph, _get_users(graph)) is None


def test_access_to_a_zone_is_access_to_everything_in_it_and_in_the_zones_inside() -> None:
    graph = _draw(
        nodes=[("students", "users", None), ("r1", "device", "room"), ("r2", "device", "rack"), ("r3", "device", None)],
        zones=[("room", None, None), ("rack", "room", None)],
        access=[("students", "room")],
    )

    assert find_granted(graph, _get_users(graph)) == frozenset({"r1", "r2"})


def test_loops_change_nothing_of_what_the_drawing_says() -> None:
    nodes = [("students", "users", None), ("out", "gateway", None), ("lan", "network", None)]
    nodes += [(f"r{number}", "device", None) for number in range(3)]
    links, access = [("out", "r0"), ("r0", "lan"), ("lan", "r1")], [("students", "lan")]
    loops = [(name, name) for name in ("r0", "lan", "r2", "out")]

    plain, looped = (_draw(nodes=nodes, links=each, access=access) for each in (links, links + loops))

    for find in (find_cut_off, count_dependents, lambda graph: find_granted(graph, _get_users(graph))):
        assert find(looped) == find(plain)


def test_access_to_a_network_is_access_to_the_devices_cabled_to_it() -> None:
    graph = _draw(
        nodes=[("students", "users", None), ("lan", "network", None), *((f"r{n}", "device", None) for n in range(3))],
        links=[("r0", "lan"), ("lan", "r1"), ("r1", "r2")],
        access=[("students", "lan")],
    )

    assert find_granted(graph, _get_users(graph)) == frozenset({"r0", "r1"})


def test_access_to_what_nothing_is_in_or_at_is_access_to_nothing() -> None:
    graph = _draw(
        nodes=[("students", "users", None), ("lan", "network", None), ("r1", "device", None)],
        zones=[("room", None, None)],
        access=[("students", "room"), ("students", "lan")],
    )

    assert find_granted(graph, _get_users(graph)) == frozenset()


def test_the_innermost_pod_around_a_node_counts() -> None:
    graph = _draw(
        nodes=[("students", "users", None), ("r1", "device", "rack")],
        zones=[("outer", None, "students"), ("inner", "outer", "students"), ("rack", "inner", None)],
    )

    assert {item: pod.id for item, pod in find_pods(graph).items()} == {
        "inner": "outer",
        "rack": "inner",
        "r1": "inner",
    }


def test_devices_without_a_cable_path_to_the_gateway_are_cut_off() -> None:
    graph = _draw(
        nodes=[("gw", "gateway", None), ("sw", "device", None), ("pc", "device", None), ("island", "device", None)],
        links=[("gw", "sw"), ("sw", "pc")],
    )

    assert find_cut_off(graph) == {"island"}


def test_each_gateway_reaches_what_is_cabled_to_it_and_one_without_a_cable_reaches_nothing() -> None:
    graph = _draw(
        nodes=[*((f"gw{n}", "gateway", None) for n in range(4)), *((f"pc{n}", "device", None) for n in range(3))],
        links=[("gw0", "pc0"), ("pc0", "gw1"), ("gw2", "pc1")],
    )

    assert find_cut_off(graph) == {"pc2"}


def test_nothing_is_cut_off_where_no_gateway_is_drawn() -> None:
    graph = _draw(nodes=[("sw", "device", None)])

    assert find_cut_off(graph) == frozenset()
    assert count_dependents(graph) == {}


def test_what_hangs_on_a_single_device_is_counted() -> None:
    graph = _draw(
        nodes=[("gw", "gateway", None), *((name, "device", None) for name in ("a", "b", "core", "pc1", "pc2"))],
        links=[("gw", "a"), ("gw", "b"), ("a", "core"), ("b", "core"), ("core", "pc1"), ("pc1", "pc2")],
    )

    assert count_dependents(graph) == {"gw": 5, "core": 2, "pc1": 1}
