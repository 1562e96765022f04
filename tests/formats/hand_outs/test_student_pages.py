"""A page for each person: the drawing with their own pod, and log-ins of devices only where that is asked for."""

from typing import Any

from labmapper.core.drawing.document import Diagram
from support.labs.hand_outs import list_log_ins, write


def draw_pods() -> Diagram:
    """Return two groups with a pod each, and a server that both reach."""

    def device(id_: str, label: str, host: str, zone: str | None = None) -> dict[str, Any]:
        parameters = {"username": "admin", "password": "device-secret"}
        connection = {"protocol": "ssh", "host": host, "parameters": parameters}
        return {"id": id_, "type": "device", "label": label, "zone": zone, "connections": [connection]}

    box = {"x": 0, "y": 0, "width": 100, "height": 100}
    ends = {"source": {"node": "d1", "interface": "Gi0/0"}, "target": {"node": "d2", "interface": "Gi0/1"}}
    return Diagram.model_validate(
        {
            "title": "Pods",
            "nodes": [
                device("d1", "R{pod}-edge", "10.1.{pod}.1", "z1"),
                device("d2", "S{pod}-edge", "10.2.{pod}.1", "z2"),
                device("d3", "wiki", "10.0.0.9"),
                {"id": "u1", "type": "users", "label": "red1", "count": 2},
                {"id": "u2", "type": "users", "label": "blue1", "count": 2},
            ],
            "zones": [
                {"id": "z1", "label": "Red pod", "pod": "u1", **box},
                {"id": "z2", "label": "Blue pod", "pod": "u2", **box},
            ],
            "links": [{"id": "l1", **ends}],
            "access": [
                {"id": "a1", "users": "u1", "target": "d3"},
                {"id": "a2", "users": "u2", "target": "d3"},
            ],
        }
    )


def test_somebody_sees_their_own_pod_with_its_number_and_not_those_of_others() -> None:
    html, _ = write("student-pages", draw_pods(), people="red2")

    assert ">R2-edge<" in html
    assert ">Red pod<" in html
    assert ">wiki<" in html
    assert "R1-edge" not in html
    assert "Blue pod" not in html
    assert "S2-edge" not in html
    assert "Gi0/0" not in html


def test_everybody_has_a_page_with_their_log_in() -> None:
    drawing = draw_pods()

    html, _ = write("student-pages", drawing)

    assert html.count("<svg") == 4
    assert all(html.count(f">{password}<") == 1 for password in list_log_ins(drawing).values())


def test_log_ins_and_addresses_of_devices_stand_there_only_where_they_are_asked_for() -> None:
    without, _ = write("student-pages", draw_pods())
    within, _ = write("student-pages", draw_pods(), logins="true", people="red2")

    assert "device-secret" not in without
    assert "10.1." not in without
    assert "device-secret" in within
    assert within.count(">10.1.2.1<") == 2


def test_a_note_far_from_the_rest_stands_under_the_drawing_and_does_not_make_it_tiny() -> None:
    drawn = draw_pods().model_dump(by_alias=True)
    notes = [
        {"id": id_, "type": "note", "label": label, "x": x, "y": 0}
        for id_, label, x in (("n1", "Begin with R1", 120), ("n2", "Ideas for next year", 9_000))
    ]
    with_notes = Diagram.model_validate({**drawn, "nodes": [*drawn["nodes"], *notes]})

    html, _ = write("student-pages", with_notes, people="red2")

    assert ">Begin with R1</text>" in html
    assert '</svg><p class="note">Ideas for next year</p>' in html
    box = html.partition('viewBox="')[2].split('"')[0].split()
    assert float(box[2]) < 1_000


def test_what_is_on_a_hidden_layer_is_not_drawn() -> None:
    drawn = draw_pods().model_dump(by_alias=True)
    nodes = [{**node, "layer": "Answers"} if node["id"] == "d3" else node for node in drawn["nodes"]]
    hidden = {**drawn, "nodes": nodes, "settings": {**drawn["settings"], "hidden": ["Answers"]}}

    html, _ = write("student-pages", Diagram.model_validate(hidden), people="red2")

    drawing = html.partition("<svg")[2].partition("</svg>")[0]
    assert ">R2-edge<" in drawing
    assert ">wiki<" not in drawing


def test_cables_run_and_look_as_they_are_drawn() -> None:
    drawn = draw_pods().model_dump(by_alias=True)
    nodes = [{**node, "x": 400, "y": 60} if node["id"] == "d3" else node for node in drawn["nodes"]]
    ends = {"source": {"node": "d1"}, "target": {"node": "d3"}}
    looks: list[dict[str, Any]] = [
        {"color": "red", "width": "thick", "dash": "dashed", "name": "VLAN <10>"},
        {"route": "orthogonal"},
        {"route": "curved"},
        {"bends": [{"x": 200, "y": 200}]},
        {"route": "orthogonal", "bends": [{"x": 200, "y": 200}]},
        {"route": "curved", "bends": [{"x": 200, "y": 200}, {"x": 300, "y": 0}]},
    ]
    links = [{"id": f"l{number}", **ends, **look} for number, look in enumerate(looks, start=2)]
    dressed = Diagram.model_validate({**drawn, "nodes": nodes, "links": links})

    html, _ = write("student-pages", dressed, people="red2")

    assert '<path class="cable paint-red thick dashed" d="M0 0L400 60"/>' in html
    assert ">VLAN &lt;10&gt;<" in html
    for path in (
        "M0 0L200 0L200 60L400 60",
        "M0 0C200 0 200 60 400 60",
        "M0 0L200 200L400 60",
        "M0 0L0 200L200 200L400 200L400 60",
        "M0 0C33.3333 33.3333 150 200 200 200C250 200 266.667 23.3333 300 0C333.333 -23.3333 383.333 50 400 60",
    ):
        assert f'd="{path}"' in html


def test_loops_on_one_device_are_drawn_beside_it_one_around_the_other() -> None:
    drawn = draw_pods().model_dump(by_alias=True)
    nodes = [{**node, "x": 0, "y": 0} if node["id"] == "d3" else node for node in drawn["nodes"]]
    ends = {"source": {"node": "d3", "interface": "eth1"}, "target": {"node": "d3", "interface": "eth2"}}
    links = [{"id": "l2", **ends}, {"id": "l3", **ends, "route": "orthogonal"}]

    html, _ = write("student-pages", Diagram.model_validate({**drawn, "nodes": nodes, "links": links}), people="red2")

    assert 'd="M0 -8L95 -8L95 8L0 8"' in html
    assert 'd="M0 -19L106 -19L106 19L0 19"' in html
    assert html.count(">eth1<") == html.count(">eth2<") == 2


def test_cables_go_round_what_they_do_not_join_and_parallel_ones_lie_apart() -> None:
    drawn = draw_pods().model_dump(by_alias=True)
    places = {"d1": 0, "d3": 480}
    nodes = [{**node, "x": places.get(node["id"], 0), "y": 0} for node in drawn["nodes"]]
    nodes.append({"id": "d4", "type": "device", "label": "between", "x": 240, "y": 0})
    ends = {"source": {"node": "d1"}, "target": {"node": "d3"}}
    links = [{"id": "l2", **ends}, {"id": "l3", "source": ends["target"], "target": ends["source"]}]

    html, _ = write("student-pages", Diagram.model_validate({**drawn, "nodes": nodes, "links": links}), people="red2")

    one, other = (part.split('"')[0] for part in html.split('class="cable" d="')[1:])
    assert one.count("L") == other.count("L") == 3
    assert {one.split(" ")[1].split("L")[0], other.split(" ")[1].split("L")[0]} == {"-6.5", "6.5"}
