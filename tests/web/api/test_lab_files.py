import json
from io import BytesIO
from typing import Any

import pytest

from support.server.people import Browser

LAB = "name: lab\ntopology:\n  nodes:\n    r1: {kind: linux}\n    r2: {kind: linux, mgmt-ipv4: 10.0.0.2}\n"
NEWER = LAB.replace("10.0.0.2", "10.0.0.9") + "    r3: {kind: linux, mgmt-ipv4: 10.0.0.3}\n"
RULE = {"rule": "10.7.0.{n}"}


def pack(**parts: str) -> dict[str, Any]:
    return {"data": {name: (BytesIO(part.encode()), name) for name, part in parts.items()}}


def open_lab(browser: Browser) -> tuple[str, dict[str, Any]]:
    """Let *browser* have a diagram of LAB, read with a rule; return its id and its document."""
    diagram = browser.post("/api/v1/imports", **pack(file=LAB, **RULE)).get_json()["diagram"]
    return browser.create_diagram(diagram), diagram


def keep(browser: Browser, diagram_id: str, text: str = LAB, **options: str) -> dict[str, Any]:
    answer = browser.post(f"/api/v1/diagrams/{diagram_id}/files", **pack(file=text, name="lab.clab.yml", **options))
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def update(browser: Browser, query: str, diagram: dict[str, Any], **parts: str) -> Any:
    return browser.post(f"/api/v1/updates{query}", **pack(diagram=json.dumps(diagram), **parts))


def test_a_file_is_kept_listed_downloaded_and_deleted(alice: Browser) -> None:
    diagram_id, _ = open_lab(alice)
    path = f"/api/v1/diagrams/{diagram_id}/files"

    info = keep(alice, diagram_id, **RULE)

    assert (info["name"], info["format"], info["size"]) == ("lab.clab.yml", "containerlab", len(LAB))
    assert alice.get(path).get_json() == {"files": [info]}
    answer = alice.get(f"{path}/{info['id']}/content")
    assert answer.data == LAB.encode()
    assert "lab.clab.yml" in answer.headers["Content-Disposition"]
    assert alice.delete(f"{path}/{info['id']}").status_code == 204
    assert alice.get(path).get_json() == {"files": []}


def test_a_name_of_any_letters_comes_back_with_the_download(alice: Browser) -> None:
    diagram_id, _ = open_lab(alice)
    path = f"/api/v1/diagrams/{diagram_id}/files"

    info = alice.post(path, **pack(file=LAB, name='Übung "1".clab.yml')).get_json()

    assert "%C3%9Cbung" in alice.get(f"{path}/{info['id']}/content").headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"name": "a"}, "empty"),
        ({"file": LAB, "name": "a\nb"}, "wrong-type"),
        ({"file": LAB, "name": "a" * 201}, "wrong-type"),
        ({"file": LAB, "name": "a", "format": "nonsense"}, "unknown-format"),
        ({"file": LAB, "name": "a", "pod": "3"}, "wrong-option"),
    ],
)
def test_what_cannot_be_kept_is_refused(alice: Browser, parts: dict[str, str], code: str) -> None:
    diagram_id, _ = open_lab(alice)

    answer = alice.post(f"/api/v1/diagrams/{diagram_id}/files", **pack(**parts))

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, code)


def test_the_kept_file_is_the_former_one_of_an_update(alice: Browser) -> None:
    diagram_id, diagram = open_lab(alice)
    keep(alice, diagram_id, **RULE)

    body = update(alice, f"?kept_with={diagram_id}", diagram, file=NEWER).get_json()

    assert body["former"] == "lab.clab.yml"
    assert body["given"] == RULE
    assert body["changes"]["changes"] == ["r3 added.", "r2: host now 10.0.0.9."]
    assert body["kept"]["changes"] == []


def test_the_options_that_a_file_was_kept_with_count_unless_others_are_given(alice: Browser) -> None:
    diagram_id, diagram = open_lab(alice)
    keep(alice, diagram_id, **RULE)

    body = update(alice, f"?kept_with={diagram_id}", diagram, file=LAB, rule="10.8.0.{n}").get_json()

    assert body["changes"]["changes"] == ["r1: host now 10.8.0.1."]


def test_an_option_that_the_format_has_no_more_keeps_no_kept_file_from_being_the_former_one(
    alice: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    diagram_id, diagram = open_lab(alice)
    monkeypatch.setattr("labmapper.web.api.lab_files.parse_values", lambda *_: {})
    keep(alice, diagram_id, **RULE, had_once="10.1.1.1")

    body = update(alice, f"?kept_with={diagram_id}", diagram, file=NEWER).get_json()

    assert (body["former"], body["given"]) == ("lab.clab.yml", RULE)


def test_a_former_file_that_is_given_counts_before_the_kept_one(alice: Browser) -> None:
    diagram_id, diagram = open_lab(alice)
    keep(alice, diagram_id, NEWER, **RULE)

    body = update(alice, f"?kept_with={diagram_id}", diagram, file=NEWER, before=LAB).get_json()

    assert body["former"] is None
    assert "r3 added." in body["changes"]["changes"]


def test_without_a_kept_file_an_update_is_as_it_was(alice: Browser) -> None:
    diagram_id, diagram = open_lab(alice)

    body = update(alice, f"?kept_with={diagram_id}", diagram, file=NEWER, **RULE).get_json()

    assert (body["former"], body["kept"]["changes"]) == (None, ["r2: host now 10.0.0.9."])


def test_nobody_compares_with_the_file_of_somebody_else(alice: Browser, bob: Browser, nobody: Browser) -> None:
    diagram_id, diagram = open_lab(alice)
    keep(alice, diagram_id, **RULE)

    for other in (bob, nobody):
        assert update(other, f"?kept_with={diagram_id}", diagram, file=NEWER).status_code in {401, 404}
