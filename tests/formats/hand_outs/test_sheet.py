"""The instructor's sheet: everybody with a box to tick, and no password."""

from labmapper.core.drawing.document import Diagram
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram
from labmapper.formats.format import ENGLISH
from labmapper.formats.hand_outs import sheet
from support.labs.hand_outs import draw_class, list_log_ins, write


def list_checks(lab: Lab) -> list[str]:
    return sheet.list_checks(lab, ENGLISH)


def test_everybody_stands_on_it_once_and_no_password_does() -> None:
    drawing = draw_class(students=12)

    html, _ = write("instructor-sheet", drawing)

    for username, password in list_log_ins(drawing).items():
        assert html.count(f"<td>{username}</td>") == 1
        assert password not in html


def test_what_to_see_to_goes_by_the_lab() -> None:
    plain = compile_diagram(draw_class(5)).lab
    drawn = draw_class(5).model_dump(by_alias=True)
    drawn["nodes"][0]["connections"] = [
        {"protocol": "vnc", "host": "10.0.0.1", "parameters": {"password": "Desk-9top"}}
    ]
    drawn["nodes"].append({"id": "u3", "type": "users", "label": "spare01", "count": 3, "y": 200})
    shared = compile_diagram(Diagram.model_validate(drawn)).lab

    assert not any("R1" in each for each in list_checks(plain))
    assert any("draw five spare log-ins" in each for each in list_checks(plain))
    assert any("R1" in each and "5" in each for each in list_checks(shared))
    assert any("spare log-ins (3)" in each for each in list_checks(shared))


def test_many_at_once_are_something_to_see_to() -> None:
    few, many = (list_checks(compile_diagram(draw_class(students)).lab) for students in (5, 60))

    assert not any("at once:" in each for each in few)
    assert any(each.startswith("61 people at once") for each in many)
