"""Lists of people: for mail merge, and for the groups of a learning platform."""

import csv
import io

from support.labs.hand_outs import draw_class, list_log_ins, write

ROSTER = [
    {"username": "ann", "name": "Ann, Example", "email": "ann@school.example"},
    {"username": "bob", "name": 'Bob "B" Example', "email": "bob@school.example"},
]


def test_a_mail_to_everybody_can_be_made_of_the_list_for_mail_merge() -> None:
    drawing = draw_class(roster=ROSTER)
    passwords = list_log_ins(drawing)

    text, _ = write("mail-merge", drawing, address="lab.example", groups="student")

    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [
        ["name", "email", "address", "username", "password"],
        *([p["name"], p["email"], "https://lab.example", p["username"], passwords[p["username"]]] for p in ROSTER),
    ]


def test_the_list_of_groups_has_no_passwords() -> None:
    drawing = draw_class(roster=ROSTER)

    text, problems = write("group-list", drawing, separator="semicolon")

    assert text.splitlines()[:2] == ["username;email;group1", "ann;ann@school.example;student"]
    assert not any(password in text for password in list_log_ins(drawing).values())
    assert [each.code for each in problems] == ["hand-out-no-course"]


def test_moodle_gets_the_course_that_the_groups_are_of_and_canvas_its_own_columns() -> None:
    moodle, told = write("group-list", draw_class(roster=ROSTER), course="NET-1")
    canvas, _ = write("group-list", draw_class(roster=ROSTER), platform="canvas", separator="semicolon")

    assert moodle.splitlines()[:2] == ["username,email,course1,group1", "ann,ann@school.example,NET-1,student"]
    assert told == ()
    assert canvas.splitlines()[:2] == ["login_id,group_name", "ann,student"]


def test_whose_password_is_known_only_as_a_hash_is_told_of_those_who_were_chosen() -> None:
    drawing = draw_class(roster=[*ROSTER, {"username": "eve", "password": "0" * 64, "encoding": "sha256"}])

    _, with_eve = write("mail-merge", drawing)
    _, without = write("mail-merge", drawing, people="ann")
    _, trainers = write("mail-merge", drawing, groups="trainer")

    assert [(each.code, each.facts["first"]) for each in with_eve] == [("hand-out-hash", "eve")]
    assert (without, trainers) == ((), ())
