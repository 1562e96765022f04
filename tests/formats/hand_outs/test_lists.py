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

    text, _ = write("group-list", drawing, separator="semicolon")

    assert text.splitlines()[:2] == ["username;email;group1", "ann;ann@school.example;student"]
    assert not any(password in text for password in list_log_ins(drawing).values())
