import json
from io import BytesIO
from typing import Any

import pytest

from support.labs.drawings import CONFIG, draw_lab
from support.server.people import Browser

LAB = "name: lab\ntopology:\n  nodes:\n    r1: {kind: linux, mgmt-ipv4: 10.0.0.1}\n"
NEWER = LAB.replace("10.0.0.1", "10.0.0.9") + "    r2: {kind: linux, mgmt-ipv4: 10.0.0.2}\n"


def update(browser: Browser, query: str = "", **parts: Any) -> Any:
    data = {name: (BytesIO(part.encode()), name) for name, part in parts.items()}
    return browser.post(f"/api/v1/updates{query}", data=data)


def open_lab(browser: Browser) -> str:
    return json.dumps(browser.post("/api/v1/imports", data=LAB.encode()).get_json()["diagram"])


def test_what_is_new_and_what_is_kept_is_told_and_nothing_stored(nobody: Browser) -> None:
    body = update(nobody, file=NEWER, diagram=open_lab(nobody)).get_json()

    assert [node["label"] for node in body["diagram"]["nodes"]] == ["r1", "r2"]
    assert body["diagram"]["title"] == "lab"
    assert body["changes"]["changes"] == ["r2 added."]
    assert body["kept"]["changes"] == ["r1: host now 10.0.0.9."]
    assert (body["format"], body["known"], body["gone"]["changes"]) == ("containerlab", 1, [])
    assert nobody.list_titles() == []


def test_the_former_file_says_what_the_file_has_changed(nobody: Browser) -> None:
    body = update(nobody, file=NEWER, before=LAB, diagram=open_lab(nobody)).get_json()

    assert body["changes"]["changes"] == ["r2 added.", "r1: host now 10.0.0.9."]
    assert body["kept"]["changes"] == []


def test_the_file_is_preferred_and_what_is_gone_removed_where_one_says_so(nobody: Browser) -> None:
    drawing = json.loads(open_lab(nobody))
    drawing["nodes"][0]["label"] = "r7"

    body = update(nobody, "?prefer_file=true&remove_gone=true", file=NEWER, diagram=json.dumps(drawing)).get_json()

    assert body["changes"]["changes"] == ["r1 added.", "r2 added.", "r7 removed."]


def test_the_title_and_the_settings_of_the_drawing_stay(nobody: Browser) -> None:
    drawing = draw_lab("Mine") | {"settings": {"hashing": "md5"}}

    body = update(nobody, file=LAB, diagram=json.dumps(drawing)).get_json()

    assert (body["diagram"]["title"], body["diagram"]["settings"]["hashing"]) == ("Mine", "md5")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"diagram": json.dumps(draw_lab())}, "empty"),
        ({"file": CONFIG.decode()}, "bad-json"),
        ({"file": CONFIG.decode(), "diagram": "["}, "bad-json"),
        ({"file": CONFIG.decode(), "diagram": "{}x"}, "bad-json"),
        ({"file": CONFIG.decode(), "diagram": '{"schema": 2}'}, "diagram-invalid"),
        ({"file": "users: [", "diagram": json.dumps(draw_lab())}, "import-failed"),
        ({"file": LAB, "before": "x: [", "diagram": json.dumps(draw_lab())}, "import-failed"),
        ({"file": LAB, "diagram": json.dumps(draw_lab()), "remove_gone": "yes"}, "wrong-type"),
        ({"file": LAB, "diagram": json.dumps(draw_lab()), "nonsense": "1"}, "wrong-option"),
        ({"file": LAB, "diagram": json.dumps(draw_lab()), "format": "xml"}, "unknown-format"),
    ],
)
def test_what_cannot_be_updated_is_refused(nobody: Browser, parts: dict[str, str], code: str) -> None:
    answer = update(nobody, **parts)

    assert (answer.status_code // 100, answer.get_json()["error"]["code"]) == (4, code)
