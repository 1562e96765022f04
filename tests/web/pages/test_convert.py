import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask

from labmapper.config import Config
from support.labs.drawings import CONFIG, draw_broken
from support.server.people import Browser


def upload(browser: Browser, content: bytes = CONFIG) -> str:
    answer = browser.post("/convert", data={"file": (BytesIO(content), "config.yaml")})
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_an_uploaded_file_becomes_a_mapping(nobody: Browser) -> None:
    answer = nobody.get(upload(nobody) + "/user-mapping.xml")

    assert answer.mimetype == "application/xml"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="user-mapping.xml"'
    assert answer.text.count("<authorize ") == 2
    assert "router-secret" in answer.text


def test_pasted_text_with_the_browsers_line_ends_means_the_same(nobody: Browser) -> None:
    answer = nobody.post("/convert", data={"text": CONFIG.decode().replace("\n", "\r\n")})

    assert nobody.get(answer.location + "/user-mapping.xml").text.count("<authorize ") == 2


def test_the_preview_shows_no_secrets(nobody: Browser) -> None:
    page = nobody.get(upload(nobody)).text

    assert "2 users, 2 devices" in page
    assert "student01" in page
    assert "••••••••" in page
    assert "router-secret" not in page


def test_what_a_gateway_would_not_take_stands_above_the_options_of_the_file(nobody: Browser) -> None:
    content = CONFIG.replace(b"username_prefix: student", b"username_prefix: " + b"x" * 129)

    forms = nobody.get(upload(nobody, content)).text.split("<details")[1:]

    told = [form for form in forms if "131 characters; the database takes 128" in form]
    assert [each in "".join(told) for each in ("PostgreSQL", "MySQL", "Import")] == [True] * 3
    assert len(told) == 3
    assert sum("holds no passwords" in form for form in nobody.get(upload(nobody)).text.split("<details")) == 1


def test_names_that_shut_the_start_page_are_told_with_the_mapping_and_do_for_all_that_has_numbers(
    nobody: Browser,
) -> None:
    path = upload(nobody, CONFIG.replace(b"name_prefix: R", "name_prefix: 路由".encode()))

    page = nobody.get(path)
    sql = nobody.post(f"{path}/exports/guacamole-mysql")
    mapping = nobody.get(f"{path}/user-mapping.xml")

    assert (page.status_code, sql.status_code, mapping.status_code) == (200, 200, 422)
    assert "路由1" in sql.text
    assert "(U+8DEF)" in page.text
    offered = re.findall(r"/exports/([a-z-]+)", page.text)
    assert {"guacamole-postgresql", "guacamole-import", "slips", "config"} <= set(offered)
    assert "guacamole-json" not in offered
    assert f"{path}/user-mapping.xml" not in page.text
    assert "guacamole-json" in nobody.get(upload(nobody)).text


def test_random_passwords_are_the_same_at_every_download(nobody: Browser) -> None:
    path = upload(nobody) + "/user-mapping.xml"

    assert nobody.get(path).data == nobody.get(path).data


def test_random_passwords_are_others_for_another_upload(nobody: Browser) -> None:
    first, second = (nobody.get(upload(nobody) + "/user-mapping.xml").data for _ in range(2))

    assert first != second


def test_the_editor_opens_with_the_same_passwords(nobody: Browser) -> None:
    path = upload(nobody)
    mapping = nobody.get(path + "/user-mapping.xml").text

    diagram = nobody.post(path + "/open").location.rpartition("/")[2]

    again = nobody.get(nobody.post(f"/api/v1/diagrams/{diagram}/mappings", json={}).get_json()["url"]).text
    passwords = [line.split('password="')[1] for line in mapping.splitlines() if "<authorize" in line]
    assert [line.split('password="')[1] for line in again.splitlines() if "<authorize" in line] == passwords


def test_the_editor_says_that_comments_were_lost_on_the_way(nobody: Browser) -> None:
    opened = nobody.post(upload(nobody, b"# On Monday\n" + CONFIG) + "/open")

    page = nobody.get(opened.location).text

    assert "the comment of the file is not kept." in page
    assert "the comment of the file is not kept." not in nobody.get(opened.location).text


def test_a_diagram_with_errors_is_opened_in_the_editor_to_be_mended(nobody: Browser) -> None:
    page = nobody.post("/convert", data={"text": json.dumps(draw_broken("To mend"))})
    unreadable = nobody.post("/convert", data={"text": "users: ["}).text
    action = re.search(r'action="(/convert/[^"]+/open)"', page.text)

    assert page.status_code == 422
    assert action is not None
    opened = nobody.post(action[1])

    assert nobody.get(f"/api/v1{opened.location}").get_json()["diagram"]["title"] == "To mend"
    assert "Open in the editor" not in unreadable


def test_a_guest_without_room_is_told_what_is_wrong_all_the_same(
    make_app: Callable[[Config], Flask], config: Config
) -> None:
    guest = Browser(make_app(replace(config, guest_space=0)).test_client())

    page = guest.post("/convert", data={"text": json.dumps(draw_broken())})

    assert page.status_code == 422
    assert "in the file</h2>" in page.text
    assert "Open in the editor" not in page.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CONFIG.replace(b"quantity: 2\n    username", b"quantity: many\n    username").decode(), "Line 3"),
        ("users: [", "Line 2"),
        ("users:\n\tx: 1", "Line 2"),
        ("just a word", "of no kind that Labmapper reads"),
    ],
)
def test_a_wrong_file_gets_a_message_with_the_line_or_what_it_is(nobody: Browser, text: str, message: str) -> None:
    answer = nobody.post("/convert", data={"text": text})

    assert answer.status_code == 422
    assert message in answer.text
    assert "problem" in answer.text


def test_the_pasted_text_is_still_there_after_a_mistake_and_does_no_harm(nobody: Browser) -> None:
    answer = nobody.post("/convert", data={"text": "users: </textarea><script>alert(1)</script>"})

    assert "&lt;/textarea&gt;&lt;script&gt;" in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_nothing_is_answered_with_what_to_do(nobody: Browser, text: str | None) -> None:
    answer = nobody.post("/convert", data={"file": (BytesIO(b""), "config.yaml")} | ({"text": text} if text else {}))

    assert answer.status_code == 422
    assert "Choose a file, or paste its content." in answer.text


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe",
        b"\xed\xa0\x80",
        b"\x89PNG\r\n\x1a\n" * 100,
        b"%PDF-1.4",
        b'{"schema": 1, "\\ud800": 1}',
        b"\xff\xfeu\x00s\x00",
    ],
)
def test_a_file_that_is_no_text_is_refused_kindly(nobody: Browser, content: bytes) -> None:
    answer = nobody.post("/convert", data={"file": (BytesIO(content), "config.yaml")})

    assert answer.status_code == 422
    assert "problem" in answer.text


def test_a_file_that_is_too_large_says_how_large_it_may_be(make_app: Callable[[Config], Flask], config: Config) -> None:
    browser = Browser(make_app(replace(config, max_body=1024 * 1024)).test_client())

    answer = browser.post("/convert", data=bytes(2 * 1024 * 1024), content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 413
    assert "This is larger than 1 MiB. Send a smaller file." in answer.text


def test_hostile_names_are_shown_as_text(nobody: Browser) -> None:
    page = nobody.get(upload(nobody, CONFIG.replace(b"name_prefix: R", b"name_prefix: '<img src=x>&'"))).text

    assert "<img src=x>" not in page


def test_the_page_with_the_download_says_where_the_file_goes_who_reads_it_and_what_to_restart(nobody: Browser) -> None:
    page = nobody.get(upload(nobody)).text
    part = page.partition("Where it goes")[2].partition("</section>")[0]

    lines = re.findall(r"<li>(.*?)</li>", part)
    assert [re.sub("<.*?>", "", line).partition(":")[0] for line in lines] == ["Place", "Readers", "Restart"]
    assert "/etc/guacamole/user-mapping.xml" in lines[0]
    assert "1001" in lines[1]
    assert "1.5.5" in lines[2]


def test_the_page_says_that_files_have_no_history_here_and_that_sql_of_another_upload_is_another_lab(
    nobody: Browser,
) -> None:
    page = nobody.get(upload(nobody)).text

    assert "have no history, and SQL of a newer upload does not update a database" in page
    assert "Open in the editor" in page


def test_the_page_says_where_the_passwords_are_that_the_file_has_hashes_of_only(nobody: Browser) -> None:
    hashed = CONFIG.replace(b"password: welcome", b"password: random") + b"\nguacamole: {hashing: sha256}\n"
    text = "has the hashes of the random passwords only"

    assert text in nobody.get(upload(nobody, hashed)).text
    assert text not in nobody.get(upload(nobody)).text
