import io
import json
import zipfile

import pytest

from labmapper.web.archives import name_folder, render_archive
from support.clocks import NOON
from support.drawings import draw_lab
from support.people import Browser


def read(pieces: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(pieces))
    assert archive.testzip() is None
    return archive


def test_an_archive_holds_what_was_put_in() -> None:
    files = [("a.txt", NOON, [b"one ", b"two"]), ("b/c.txt", NOON, [])]

    with read(b"".join(render_archive(files))) as archive:
        assert archive.namelist() == ["a.txt", "b/c.txt"]
        assert archive.read("a.txt") == b"one two"
        assert archive.getinfo("a.txt").date_time == (2026, 11, 21, 12, 0, 0)


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        ("Friday lab", "Friday-lab-abcdef"),
        ("../../etc/passwd", "etc-passwd-abcdef"),
        ("", "lab-abcdef"),
        ("Übung 1", "Übung-1-abcdef"),
    ],
)
def test_a_folder_cannot_leave_the_archive(title: str, folder: str) -> None:
    assert name_folder(title, "abcdefgh") == folder


def test_everything_of_mine_is_in_it_and_nothing_else(alice: Browser, bob: Browser) -> None:
    bob.create_diagram(draw_lab("Bob's"))
    token = alice.create_diagram(draw_lab("Friday lab"))
    mapping = alice.get(alice.post(f"/api/v1/diagrams/{token}/mappings", json={}).get_json()["url"]).data
    alice.create_diagram(draw_lab("Friday lab"))

    with read(alice.get("/diagrams/export.zip").data) as archive:
        names = sorted(archive.namelist())
        documents = [json.loads(archive.read(name)) for name in names if name.endswith(".json")]
        mappings = [archive.read(name) for name in names if name.endswith(".xml")]

    assert [document["title"] for document in documents] == ["Friday lab", "Friday lab"]
    assert mappings == [mapping]
    assert len(set(names)) == 3
    assert alice.post("/api/v1/import", data=json.dumps(documents[0])).status_code == 200
