import io
import json
import os
import tracemalloc
import zipfile

import pytest
from flask import Flask

from labmapper.web.diagrams.account_archive import name_folder, name_part, render_archive
from support.labs.drawings import draw_lab
from support.server.clocks import NOON
from support.server.people import Browser
from support.server.statements import count_statements


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


@pytest.mark.parametrize(
    ("name", "part"),
    [
        (None, ""),
        ("Before the exam", "-Before-the-exam"),
        ("../../etc", "-etc"),
        ("//", ""),
        ("x" * 99, f"-{'x' * 60}"),
    ],
)
def test_a_name_in_a_file_name_leads_nowhere(name: str | None, part: str) -> None:
    assert name_part(name) == part


def test_everything_of_mine_is_in_it_and_nothing_else(alice: Browser, bob: Browser) -> None:
    bob.create_diagram(draw_lab("Bob's"))
    token = alice.create_diagram(draw_lab("Friday lab"))
    path = f"/api/v1/diagrams/{token}"
    mapping = alice.get(alice.post(f"{path}/mappings", json={}).get_json()["url"]).data
    alice.save(token, 1, draw_lab("Saturday lab"))
    alice.save(token, 2, draw_lab("Monday lab"))
    alice.put(f"{path}/revisions/1", json={"name": "Before the exam"})
    alice.create_diagram(draw_lab("Monday lab"))

    with read(alice.get("/diagrams/export.zip").data) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
        assert len(archive.namelist()) == len(files) == 5

    folder = f"Monday-lab-{token[:6]}"
    titles = {name: json.loads(content)["title"] for name, content in files.items() if name.endswith(".json")}
    assert sorted(titles.values()) == ["Friday lab", "Monday lab", "Monday lab", "Saturday lab"]
    assert titles[f"{folder}/diagram.json"] == "Monday lab"
    assert titles[f"{folder}/revisions/revision-2.json"] == "Saturday lab"
    assert titles[f"{folder}/revisions/revision-1-Before-the-exam.json"] == "Friday lab"
    assert [content for name, content in files.items() if name.startswith(f"{folder}/user-mapping-")] == [mapping]
    for content in files.values():
        assert alice.post("/api/v1/import", data=content).status_code == 200


def test_lab_files_are_in_it_as_they_came(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Friday lab"))
    lab = b"<lab name='a'>\r\n</lab>"
    alice.post(f"/api/v1/diagrams/{token}/files?name=../my lab.unl&format=eve-ng", data=lab)

    with read(alice.get("/diagrams/export.zip").data) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if "/files/" in name}

    assert list(files.values()) == [lab]
    assert all(name.startswith(f"Friday-lab-{token[:6]}/files/") and name.endswith("-my-lab.unl") for name in files)


def test_the_trash_is_in_it_with_all_that_it_keeps(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Old"))
    path = f"/api/v1/diagrams/{token}"
    mapping = alice.get(alice.post(f"{path}/mappings", json={}).get_json()["url"]).data
    alice.save(token, 1, draw_lab("Older"))
    alice.delete(path)

    with read(alice.get("/api/v1/export.zip").data) as archive:
        names = sorted(archive.namelist())
        content = archive.read(names[2])

    folder = f"trash/Older-{token[:6]}"
    assert names[:2] == [f"{folder}/diagram.json", f"{folder}/revisions/revision-1.json"]
    assert names[2].startswith(f"{folder}/user-mapping-")
    assert content == mapping
    assert len(names) == 3


def test_it_asks_the_database_a_few_times_a_file_and_keeps_little_in_memory(app: Flask, alice: Browser) -> None:
    drawing = draw_lab("Large")
    drawing["nodes"] += [{"id": f"t{n}", "type": "note", "label": os.urandom(500).hex()} for n in range(100)]
    for _ in range(2):
        token = alice.create_diagram(drawing)
        for revision in range(1, 41):
            alice.save(token, revision, drawing)
        alice.post(f"/api/v1/diagrams/{token}/mappings", json={})

    tracemalloc.start()
    with count_statements(app) as statements, alice.client.get("/api/v1/export.zip", buffered=False) as answer:
        size = sum(len(piece) for piece in answer.response)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    files = 2 * (1 + 40 + 1)
    assert len(statements) < 2 * files
    assert size > 4_000_000
    assert peak < size / 2
