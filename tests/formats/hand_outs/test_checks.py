"""What keeps a hand-out from being made."""

import pytest

from support.labs.hand_outs import draw_class, write


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"groups": "studnets"}, "hand-out-unknown"),
        ({"people": "student999"}, "hand-out-unknown"),
        ({"people": "trainer1", "groups": "student"}, "hand-out-unknown"),
        ({"address": "javascript:alert(1)"}, "hand-out-address"),
        ({"address": "https://user:secret@lab.example"}, "hand-out-address"),
        ({"address": "lab example"}, "hand-out-address"),
        ({"address": f"https://lab.example/{'x' * 300}"}, "hand-out-address"),
    ],
)
def test_a_choice_that_cannot_be_meant_is_refused(given: dict[str, str], code: str) -> None:
    html, problems = write("slips", draw_class(), **given)

    assert html == ""
    assert code in {each.code for each in problems if each.is_error}


@pytest.mark.parametrize("address", ["https://lab.example/guacamole/", "lab.example:8443", "http://10.0.0.1/#/", "LAB"])
def test_an_address_of_a_page_is_taken(address: str) -> None:
    html, problems = write("slips", draw_class(), address=address)

    assert html
    assert problems == ()


def test_more_people_than_anybody_prints_for_are_refused() -> None:
    html, problems = write("slips", draw_class(students=2_001), groups="student")

    assert html == ""
    assert "hand-out-too-many" in {each.code for each in problems}
