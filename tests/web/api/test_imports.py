import io
import json
import zipfile

import pytest

from support.labs.drawings import CONFIG, GOLDEN, draw_lab
from support.server.people import Browser


def test_a_config_becomes_a_diagram_that_can_be_saved(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/import", data=CONFIG)

    body = answer.get_json()
    assert answer.status_code == 200
    assert {node["type"] for node in body["diagram"]["nodes"]} == {"device", "users"}
    nobody.create_diagram(body["diagram"])


def test_a_diagram_document_is_opened_as_it_is(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/import", data=json.dumps(draw_lab("Mine")))

    assert answer.get_json()["diagram"]["title"] == "Mine"


def test_what_is_more_than_can_be_drawn_is_refused_with_its_limits(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/import", data=CONFIG.replace(b"name_prefix: R", b"name_prefix: " + b"R" * 70_000))

    assert answer.status_code == 422
    assert "texts of up to 65,536 characters" in answer.get_json()["error"]["message"]


def test_which_lab_of_an_archive_is_asked_only_where_the_file_is_one(nobody: Browser) -> None:
    lab = (GOLDEN / "eve-ng" / "lab.unl").read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("lab.unl", lab)

    alone, within = (
        {option["name"] for option in nobody.post("/api/v1/import", data=data).get_json()["options"]}
        for data in (lab, packed.getvalue())
    )

    assert within - alone == {"lab"}
    assert alone < within


def test_nothing_is_stored(nobody: Browser) -> None:
    nobody.post("/api/v1/import", data=CONFIG)

    assert nobody.list_titles() == []


@pytest.mark.parametrize(
    "data",
    [
        b"users: [",
        b'{"schema": 1, "nodes": 7}',
        b"\x00\x01",
        b"{" * 5000,
        b'{"schema": 99}',
        b'{"schema": 1, "\\ud800": 1}',
    ],
)
def test_a_file_that_cannot_be_opened_says_why(nobody: Browser, data: bytes) -> None:
    answer = nobody.post("/api/v1/import", data=data)

    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"]) == (422, "import-failed")
    assert error["problems"]


def test_an_empty_file_says_what_to_do(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/import", data=b"")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "empty")


def test_a_file_comes_in_chunks_however_that_is_written(guest: Browser) -> None:
    in_chunks = {"HTTP_TRANSFER_ENCODING": "Chunked", "CONTENT_LENGTH": "", "wsgi.input_terminated": True}

    answer = guest.post("/api/v1/import", input_stream=io.BytesIO(CONFIG), environ_overrides=in_chunks)

    assert answer.get_json()["format"] == "config"
