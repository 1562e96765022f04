"""Every route with what is sent to it and what it answers: to its owner, to people with an account, and to anybody."""

import json
from dataclasses import dataclass
from typing import Any

from support.labs.drawings import CONFIG, draw_lab
from support.labs.pictures import make_png
from support.server.people import PASSWORD, Browser

# Method, rule, what is sent, and the answer to who may ask.
Case = tuple[str, str, dict[str, Any], int]


@dataclass(frozen=True, slots=True)
class Things:
    """What the owner has: one of each."""

    diagram: str = ""
    trashed: str = ""
    mapping: str = ""
    upload: str = ""
    file: str = ""
    picture: str = ""


NUMBER = "<int(max=2147483647):number>"
TOKEN_WISH = {"token-name": "backup", "token-scope": "all", "token-password": PASSWORD}
_FORM = {"content_type": "multipart/form-data"}

# Private things: method, rule, what is sent, and the answer to the owner.
PRIVATE: list[Case] = [
    ("GET", "/diagrams/<token:diagram_id>", {}, 200),
    ("POST", "/diagrams/<token:diagram_id>/delete", {}, 303),
    ("POST", "/diagrams/<token:diagram_id>/duplicate", {}, 303),
    ("POST", "/diagrams/<token:diagram_id>/rename", {"data": {"title": "New"}}, 303),
    ("POST", "/diagrams/<token:trashed>/restore", {}, 303),
    ("POST", "/diagrams/<token:trashed>/erase", {}, 303),
    ("GET", "/diagrams/<token:diagram_id>/thumbnail.svg", {}, 200),
    ("GET", "/diagrams/<token:diagram_id>/hand-out", {}, 200),
    ("POST", "/diagrams/<token:diagram_id>/hand-out/<token:format_name>", {"data": {"groups": "student"}}, 200),
    ("GET", "/diagrams/<token:diagram_id>/history", {}, 200),
    ("GET", f"/diagrams/<token:diagram_id>/history/{NUMBER}", {}, 200),
    ("GET", f"/diagrams/<token:diagram_id>/history/{NUMBER}/look", {}, 200),
    ("GET", f"/diagrams/<token:diagram_id>/history/{NUMBER}/diagram.json", {}, 200),
    ("POST", f"/diagrams/<token:diagram_id>/history/{NUMBER}/restore", {}, 303),
    ("POST", f"/diagrams/<token:diagram_id>/history/{NUMBER}/name", {"data": {"name": "Kept"}}, 303),
    ("GET", "/diagrams/<token:diagram_id>/mappings/<token:mapping_id>", {}, 200),
    ("POST", "/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/delete", {}, 303),
    ("POST", "/diagrams/<token:diagram_id>/files/<token:file_id>/delete", {}, 303),
    ("GET", "/convert/<token:upload_id>", {}, 200),
    ("GET", "/convert/<token:upload_id>/contents", {}, 200),
    ("POST", "/convert/<token:upload_id>/contents", {}, 200),
    ("GET", "/convert/<token:upload_id>/user-mapping.xml", {}, 200),
    ("POST", "/convert/<token:upload_id>/exports/<token:format_name>", {}, 200),
    ("POST", "/convert/<token:upload_id>/open", {}, 303),
    ("GET", "/api/v1/diagrams/<token:diagram_id>", {}, 200),
    (
        "PUT",
        "/api/v1/diagrams/<token:diagram_id>",
        {"json": {"diagram": draw_lab()}, "headers": {"If-Match": '"1"'}},
        200,
    ),
    ("PATCH", "/api/v1/diagrams/<token:diagram_id>", {"json": {"title": "New"}}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/duplicate", {}, 201),
    ("DELETE", "/api/v1/diagrams/<token:diagram_id>", {}, 204),
    ("POST", "/api/v1/diagrams/<token:trashed>/restore", {}, 204),
    ("POST", "/api/v1/diagrams/<token:trashed>/erase", {}, 204),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/mappings", {"json": {}}, 201),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/credentials.csv", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/credentials.csv", {}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/rotate", {"json": {"group": "n2"}}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/exports/<token:format_name>", {}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/exports/<token:format_name>", {"json": {}}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/user-mapping.xml", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/file", {}, 200),
    ("DELETE", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>", {}, 204),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/changes", {}, 200),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/files", {"data": CONFIG, "query_string": {"name": "a"}}, 201),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/files", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/files/<token:file_id>/content", {}, 200),
    ("DELETE", "/api/v1/diagrams/<token:diagram_id>/files/<token:file_id>", {}, 204),
    ("POST", "/api/v1/diagrams/<token:diagram_id>/pictures", {"data": make_png()}, 201),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/pictures/<token:picture_id>", {}, 200),
    ("GET", "/api/v1/diagrams/<token:diagram_id>/revisions", {}, 200),
    ("GET", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}", {}, 200),
    ("PUT", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}", {"json": {"name": "Kept"}}, 200),
    ("GET", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}/changes", {}, 200),
    ("POST", f"/api/v1/diagrams/<token:diagram_id>/revisions/{NUMBER}/restore", {"headers": {"If-Match": '"1"'}}, 200),
]
# Open to all: method, rule, what is sent, and the answer to nobody.
OPEN: list[Case] = [
    ("GET", "/", {}, 200),
    ("GET", "/new", {}, 200),
    ("GET", "/diagrams", {}, 200),
    ("GET", "/diagrams/export.zip", {}, 404),
    ("GET", "/convert", {}, 200),
    ("POST", "/convert", {"data": {"text": CONFIG.decode()}}, 303),
    ("GET", "/login", {}, 200),
    ("POST", "/login", {"data": {"username": "Carol", "password": "x"}}, 422),
    ("GET", "/register", {}, 200),
    ("POST", "/register", {"data": {"username": "Carol", "password": "green ladder seven"}}, 303),
    ("POST", "/logout", {}, 303),
    ("GET", "/healthz", {}, 200),
    ("GET", "/livez", {}, 200),
    ("GET", "/readyz", {}, 200),
    ("GET", "/api/v1/session", {}, 200),
    ("GET", "/api/v1/export.zip", {}, 404),
    ("GET", "/api/v1/openapi.json", {}, 200),
    ("GET", "/api/v1/diagrams", {}, 200),
    ("POST", "/api/v1/diagrams", {"json": {"diagram": draw_lab()}}, 201),
    ("POST", "/api/v1/import", {"data": CONFIG}, 200),
    ("POST", "/api/v1/imports", {"data": CONFIG}, 200),
    ("POST", "/api/v1/updates", {"data": {"file": CONFIG.decode(), "diagram": json.dumps(draw_lab())}, **_FORM}, 200),
    ("POST", "/api/v1/arrange", {"json": {"diagram": draw_lab(), "style": "tiers"}}, 200),
    ("POST", "/api/v1/compare", {"json": {"old": draw_lab(), "new": draw_lab()}}, 200),
    ("POST", "/api/v1/preview", {"json": {"diagram": draw_lab()}}, 200),
    ("GET", "/static/<path:filename>", {}, 404),
]
# Only for people with an account: method, rule, what is sent, and the answer to them.
PERSONAL: list[Case] = [
    ("GET", "/account", {}, 200),
    ("POST", "/account/password", {}, 422),
    ("POST", "/account/end-sessions", {}, 303),
    ("POST", "/account/delete", {}, 422),
    ("POST", "/account/log-ins/<token:log_in_id>/end", {}, 404),
    ("POST", "/account/log-ins/end-others", {}, 303),
    ("POST", "/account/tokens", {"data": TOKEN_WISH}, 200),
    ("POST", "/account/tokens/<token:token_id>/revoke", {}, 404),
]
# The same in the API, which sends nobody anywhere.
PERSONAL_API: list[Case] = [
    ("PUT", "/api/v1/account/password", {"json": {"current": PASSWORD, "new": "seven green ladders"}}, 204),
    ("POST", "/api/v1/account/end-sessions", {}, 204),
    ("DELETE", "/api/v1/account", {"json": {"password": PASSWORD}}, 204),
    ("GET", "/api/v1/tokens", {}, 200),
    ("POST", "/api/v1/tokens", {"json": {"name": "backup", "password": PASSWORD}}, 201),
    ("DELETE", "/api/v1/tokens/<token:token_id>", {}, 404),
]
# Writes of the API that are sent to be worked on and keep nothing.
COMPUTED = {
    "/api/v1/diagrams/<token:diagram_id>/exports/<token:format_name>",
    "/api/v1/import",
    "/api/v1/imports",
    "/api/v1/updates",
    "/api/v1/arrange",
    "/api/v1/compare",
    "/api/v1/preview",
}
EVERY = PRIVATE + OPEN + PERSONAL + PERSONAL_API


def fill(rule: str, things: Things) -> str:
    for name, value in (
        ("diagram_id", things.diagram),
        ("trashed", things.trashed),
        ("mapping_id", things.mapping),
        ("upload_id", things.upload),
        ("file_id", things.file),
        ("picture_id", things.picture),
        ("token_id", "none"),
        ("log_in_id", "none"),
        ("format_name", "config"),
    ):
        rule = rule.replace(f"<token:{name}>", value)
    return rule.replace("<path:filename>", "nothing.js").replace(NUMBER, "1")


def send(browser: Browser, method: str, path: str, options: dict[str, Any]) -> int:
    with browser.write(method, path, **options) as answer:
        return answer.status_code


def own(browser: Browser, rule: str) -> Things:
    """Let *browser* have a diagram and one of each other thing that *rule* is about, and return them."""
    diagram, trashed, mapping, upload, file, picture = browser.create_diagram(draw_lab("Mine")), "", "", "", "", ""
    if "trashed" in rule:
        trashed = browser.create_diagram(draw_lab("Old"))
        browser.delete(f"/api/v1/diagrams/{trashed}")
    if "mapping_id" in rule:
        mapping = browser.post(f"/api/v1/diagrams/{diagram}/mappings", json={}).get_json()["id"]
    if "upload_id" in rule:
        upload = browser.post("/convert", data={"text": CONFIG.decode()}).location.rpartition("/")[2]
    if "file_id" in rule:
        file = browser.post(f"/api/v1/diagrams/{diagram}/files?name=a", data=CONFIG).get_json()["id"]
    if "picture_id" in rule:
        picture = browser.post(f"/api/v1/diagrams/{diagram}/pictures", data=make_png()).get_json()["id"]
    return Things(diagram, trashed, mapping, upload, file, picture)


def name(case: Case) -> str:
    return f"{case[0]} {case[1]}"
