"""Slips: one a person, with log-in, address, seat and devices, and each group on pages of its own."""

import re

import pytest
import segno

from support.labs.hand_outs import draw_class, list_log_ins, write


def draw_code(address: str) -> str:
    """Return the shape of the code that a phone reads as *address*."""
    svg = segno.make(address, error="m", micro=False).svg_inline(border=4)
    return svg[svg.index(' d="') : svg.index('"', svg.index(' d="') + 4)]


def list_pages(html: str) -> list[list[str]]:
    """Return the user names on each page."""
    pages = html.split('<section class="page')[1:]
    return [re.findall(r'User name</dt><dd class="secret[^"]*">([^<]+)', page) for page in pages]


def test_everybody_has_one_slip_with_the_password_that_opens_the_gateway() -> None:
    drawing = draw_class(students=3)

    html, _ = write("slips", drawing)

    for username, password in list_log_ins(drawing).items():
        assert html.count(f">{username}<") == 1
        assert html.count(f">{password}<") == 1


@pytest.mark.parametrize(
    ("students", "layout", "pages"),
    [(1, "8", 1), (8, "8", 1), (9, "8", 2), (10, "10", 1), (11, "10", 2), (30, "8", 4), (200, "10", 20)],
)
def test_a_page_holds_so_many_slips(students: int, layout: str, pages: int) -> None:
    html, _ = write("slips", draw_class(students), layout=layout, groups="student")

    assert len(list_pages(html)) == pages


@pytest.mark.parametrize(("length", "slips"), [(10, 10), (60, 8), (250, 4)])
def test_a_group_with_long_log_ins_gets_larger_slips(length: int, slips: int) -> None:
    roster = [{"username": f"{'u' * length}{number:02}", "password": "p"} for number in range(40)]

    html, _ = write("slips", draw_class(40, roster=roster), layout="10", groups="student", address="lab.example")

    assert {len(page) for page in list_pages(html)} == {slips}


def test_log_ins_that_fit_on_no_slip_come_as_a_list() -> None:
    html, _ = write("slips", draw_class(1, roster=[{"username": "u" * 900, "password": "p" * 900}]), groups="student")

    assert list_pages(html) == []
    assert f">{'u' * 900}<" in html


def test_trainers_slips_are_on_pages_of_their_own() -> None:
    html, _ = write("slips", draw_class(students=9))

    assert [{name[:7] for name in page} for page in list_pages(html)] == [{"student"}, {"student"}, {"trainer"}]


def test_piles_that_are_cut_and_laid_on_each_other_are_in_order() -> None:
    html, _ = write("slips", draw_class(students=20), order="stack", groups="student")
    pages = list_pages(html)

    piled = [page[place] for place in range(8) for page in pages if place < len(page)]

    assert piled == sorted(piled)
    assert len(piled) == 20


def test_a_lost_slip_is_printed_again_with_the_same_password() -> None:
    drawing = draw_class(students=3)

    html, _ = write("slips", drawing, people="student002")

    assert list_pages(html) == [["student002"]]
    assert list_log_ins(drawing)["student002"] in html


def test_the_code_holds_the_whole_address_and_the_text_what_people_type() -> None:
    address = "https://lab.example/guacamole/"

    html, _ = write("slips", draw_class(), address=address, people="student001")

    assert draw_code(address) in html
    assert draw_code("https://lab.example/guacamolf/") not in html
    assert "<dd>lab.example/guacamole</dd>" in html


def test_up_to_eight_devices_are_named_and_the_rest_counted() -> None:
    html, _ = write("slips", draw_class(devices=12), people="student001")

    assert "R1, R2, R3, R4, R5, R6, R7, R8, and 4 more" in html


def test_whose_password_is_known_as_a_hash_reads_so_and_the_author_is_told() -> None:
    person = {"username": "ann", "name": "Ann Example", "password": "0" * 64, "encoding": "sha256"}

    html, problems = write("slips", draw_class(roster=[person]), groups="student")

    assert "Your own password. Nobody here knows it." in html
    assert "0" * 64 not in html
    assert [each.code for each in problems] == ["hand-out-no-address", "hand-out-hash"]


def test_who_comes_by_single_sign_on_reads_how_and_has_no_password() -> None:
    drawing = draw_class()
    sentence = "Log in with your university account & card"

    for name in ("slips", "student-pages"):
        html, _ = write(name, drawing, groups="student", sign_on=sentence)

        assert html.count("<dd>Log in with your university account &amp; card</dd>") == 2
        assert not any(password in html for password in list_log_ins(drawing).values())


@pytest.mark.parametrize(("order", "names"), [("seat", ["bob", "ann"]), ("name", ["ann", "bob"])])
def test_slips_lie_in_the_order_of_seats_whatever_the_list_has(order: str, names: list[str]) -> None:
    roster = [{"username": "ann", "pod": 7}, {"username": "bob", "pod": 3}]

    html, _ = write("slips", draw_class(roster=roster), order=order, groups="student")

    assert list_pages(html) == [names]


def test_letters_that_may_be_mistaken_in_a_typed_password_are_spelled() -> None:
    html, _ = write("slips", draw_class(password={"mode": "fixed", "value": "O0Secret"}), people="student001")

    assert "0 is zero, O is a capital o" in html


def test_what_people_typed_stays_text_on_the_page() -> None:
    html, _ = write("slips", draw_class(), line='<script>alert("1")</script>')

    assert "<script" not in html
    assert "Routing &lt;basics&gt;" in html


def test_the_title_of_the_page_tells_nothing_to_the_printer() -> None:
    html, _ = write("slips", draw_class())

    assert "<title>Slips</title>" in html


@pytest.mark.parametrize("layout", ["8", "10", "list"])
def test_names_are_sorted_where_that_is_asked_for(layout: str) -> None:
    roster = [{"username": "u1", "name": "Zoe"}, {"username": "u2", "name": "Ann"}]

    html, _ = write("slips", draw_class(roster=roster), layout=layout, order="name", groups="student")

    assert html.index("Ann") < html.index("Zoe")
