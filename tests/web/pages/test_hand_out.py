"""The page with what a class is handed: for whom, what it shows, and that nobody else and no cache gets it."""

from typing import Any

from support.labs.drawings import draw_lab
from support.server.people import Browser

CHOSEN: dict[str, Any] = {"layout": "8", "paper": "A4", "order": "seat"}


def hand_out(browser: Browser, drawing: dict[str, Any], name: str) -> str:
    return f"/diagrams/{browser.create_diagram(drawing)}/hand-out/{name}"


def test_slips_of_all_groups_are_made_however_many_and_long_their_names_are(alice: Browser) -> None:
    drawing = draw_lab()
    names = [f"group-{number}-{'x' * 60}" for number in range(30)]
    drawing["nodes"] += [
        {"id": f"g{number}", "type": "users", "label": name, "count": 1} for number, name in enumerate(names)
    ]

    answer = alice.post(hand_out(alice, drawing, "slips"), data=CHOSEN | {"groups": ["student", *names]})

    assert answer.status_code == 200, answer.text
    assert all(name in answer.text for name in names)


def test_only_chosen_groups_are_on_it(alice: Browser) -> None:
    drawing = draw_lab()
    drawing["nodes"].append({"id": "t", "type": "users", "label": "trainer1", "count": 1})

    answer = alice.post(hand_out(alice, drawing, "slips"), data=CHOSEN | {"groups": ["trainer"]})

    assert "trainer1" in answer.text
    assert "student01" not in answer.text


def test_a_page_with_passwords_is_kept_by_no_cache_and_runs_and_loads_nothing(alice: Browser) -> None:
    answer = alice.post(hand_out(alice, draw_lab(), "slips"), data=CHOSEN | {"groups": ["student"]})

    policies = answer.headers.getlist("Content-Security-Policy")
    assert answer.headers["Cache-Control"] == "no-store"
    assert [policy.partition("sha256-")[0] for policy in policies] == ["default-src 'none'; style-src '"]


def test_nobody_else_gets_it(alice: Browser, bob: Browser) -> None:
    assert bob.post(hand_out(alice, draw_lab(), "slips"), data=CHOSEN | {"groups": ["student"]}).status_code == 404


def test_everything_for_a_class_stands_on_one_page_which_says_what_has_passwords(alice: Browser) -> None:
    url = f"/diagrams/{alice.create_diagram(draw_lab())}/hand-out"

    page = alice.get(url).text
    forms = {each.partition('"')[0]: each for each in page.split(f'action="{url}/')[1:]}
    listed = alice.post(f"{url}/credentials")

    told = {name: "Passwords can be read on it." in form for name, form in forms.items()}
    assert {name for name, holds in told.items() if not holds} == {"instructor-sheet", "group-list"}
    assert told.keys() >= {"slips", "student-pages", "mail-merge", "credentials", "credentials-spreadsheet"}
    assert listed.text.startswith("username,password,group")


def test_what_each_hand_out_lacks_stands_there_before_it_is_made(alice: Browser) -> None:
    drawing = draw_lab()
    drawing["nodes"][1]["roster"] = [{"username": "ann", "password": "0" * 64, "encoding": "sha256"}]
    url = f"/diagrams/{alice.create_diagram(drawing)}/hand-out"

    forms = {each.partition('"')[0]: each for each in alice.get(url).text.split(f'action="{url}/')[1:]}

    told = "The password of ann is known only as a hash"
    assert {name for name, form in forms.items() if told in form} == {"slips", "student-pages", "mail-merge"}
    assert "names none" in forms["group-list"]
    assert "Warning" not in forms["credentials"]
