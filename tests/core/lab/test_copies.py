"""What the copies of a device have: counted, the same for all, or each a value of a list, in stacks and in pods."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.drawing.diagram_from_lab import draw_lab
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device
from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram

texts = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=8)


def draw(connection: dict[str, Any], count: int, *, label: str = "R1", pods: list[int] | None = None) -> Lab:
    """Return the lab of a stack that one person sees, or of a pod of the people with the numbers *pods*."""
    roster = [{"username": f"u{pod}", "pod": pod} for pod in pods or [1]]
    zone = {"id": "z", "x": 0, "y": 0, "width": 9, "height": 9, "pod": "u"}
    device = {"id": "d", "type": "device", "label": label, "count": count, "zone": "z" if pods else None}
    nodes = [{"id": "u", "type": "users", "label": "u1", "roster": roster}, device | {"connections": [connection]}]
    return compile_diagram(Diagram.model_validate({"nodes": nodes, "zones": [zone] if pods else []})).lab


def list_values(lab: Lab, name: str) -> dict[str, list[str | None]]:
    """Return the values of the parameter *name* that everybody gets, in their order."""
    (users,) = lab.users
    return {
        person.username: [dict(each.parameters).get(name) for each in iter_connections(lab, users, person)]
        for person in users.iter_people()
    }


@given(st.lists(texts, min_size=1, max_size=6), st.sampled_from(["hostname", "port", "password", "x", "protocol"]))
def test_each_copy_of_a_stack_has_the_value_at_its_place_as_it_stands(values: list[str], name: str) -> None:
    lab = draw({"copies": {name: values}, "host": "h1", "port": "22"}, len(values))

    assert list_values(lab, name) == {"u1": values}


@given(
    st.integers(1, 3).flatmap(
        lambda count: st.tuples(
            st.just(count), st.lists(st.integers(0, 50), min_size=1, max_size=4, unique=True), st.data()
        )
    )
)
def test_a_list_goes_on_from_pod_to_pod_in_the_order_of_their_numbers(given_: tuple[int, list[int], Any]) -> None:
    count, pods, data = given_
    values = data.draw(st.lists(texts, min_size=count * len(pods), max_size=count * len(pods)))

    lab = draw({"copies": {"username": values}}, count, pods=pods)

    turns = sorted(pods)
    assert list_values(lab, "username") == {
        f"u{pod}": values[turns.index(pod) * count : (turns.index(pod) + 1) * count] for pod in pods
    }


@given(st.sampled_from(["127.0.0.", "h", ""]), st.integers(0, 2000), st.integers(1, 5), st.integers(0, 99))
def test_what_counts_goes_on_from_the_first_and_what_is_the_same_stays(
    stem: str, number: int, count: int, first: int
) -> None:
    for name, field in (("hostname", {"host": f"{stem}{number}"}), ("port", {"port": f"{stem}{number}"})):
        counted, same = (
            list_values(draw(field | {"copies": {name: mode}}, count, label=f"R{first}"), name)["u1"]
            for mode in ("counts", "same")
        )
        assert counted == [f"{stem}{number + place}" for place in range(count)]
        assert same == [f"{stem}{number}"] * count


@given(st.integers(1, 4), st.sampled_from(["10.0.0.1", "h{n}", "x"]), st.sampled_from(["", "22", "22{n:02}"]))
def test_who_says_nothing_has_what_drawings_always_had(count: int, host: str, port: str) -> None:
    silent = draw({"host": host, "port": port}, count)

    assert draw({"host": host, "port": port, "copies": {"hostname": "counts", "port": "same"}}, count) == silent


def test_a_lab_with_lists_is_drawn_with_them_again() -> None:
    values = ["10.0.0.7", "10.0.0.3"]
    lab = draw({"copies": {"hostname": values, "password": ["a", "b"]}, "port": "{n+2000}"}, 2)

    diagram, _ = draw_lab(lab)

    assert diagram is not None
    (connection,) = next(node for node in diagram.nodes if isinstance(node, Device)).connections
    assert connection.copies == {"hostname": values, "port": "counts", "password": ["a", "b"]}
    assert (connection.host, connection.port) == ("10.0.0.7", "2001")


def test_a_host_that_stays_is_drawn_as_the_same_for_all() -> None:
    diagram, _ = draw_lab(draw({"host": "127.0.0.1", "copies": {"hostname": "same"}}, 2))

    assert diagram is not None
    (connection,) = next(node for node in diagram.nodes if isinstance(node, Device)).connections
    assert (connection.host, connection.copies) == ("127.0.0.1", {"hostname": "same"})
