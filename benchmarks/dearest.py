"""The dearest requests there are: every route with what makes it work hardest, by processor time.

Each route that takes a body gets each hostile input, as a guest, within what guests may send; those that work on something
saved or uploaded get the dearest drawings that can be. A request that takes longer than a minute ends the search for it and is told,
and so are the routes that were not asked.
"""

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, request
from measuring.dear_inputs import Body, list_diagrams, list_pictures, list_texts

from labmapper.app import create_app
from labmapper.formats import registry
from support.labs.drawings import draw_lab
from support.server.databases import build_config, migrate
from support.server.people import Browser

KIB = 1024
PATIENCE = 60
CREATED, SEE_OTHER = 201, 303
FORM = {"content_type": "multipart/form-data"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What one request took."""

    request: str
    status: int
    kib: float
    seconds: float


class TooLong(Exception):
    """A request takes longer than anybody waits."""


def list_requests(size: int) -> Iterator[tuple[str, str, Body]]:
    """Yield each request that stores nothing first: its name, its path and what is sent."""
    for name, text in list_texts(size).items():
        yield name, "/api/v1/imports", {"data": text}
        yield name, "/api/v1/import", {"data": text}
        yield name, "/convert", {"data": {"text": text.decode()}}
        yield name, "/api/v1/preview", {"data": text, "content_type": "application/json"}
        yield name, "/login", {"data": {"username": text.decode(), "password": text.decode()}}
        yield name, "/register", {"data": {"username": text.decode(), "password": text.decode()}}
        for each in registry.list_readable():
            yield f"{name} as {each.name}", f"/api/v1/imports?format={each.name}", {"data": text}
    for name, diagram in list_diagrams(size).items():
        yield name, "/api/v1/preview", {"json": {"diagram": diagram}}
        for style in ("tiers", "force", "grid"):
            yield f"{name}, {style}", "/api/v1/arrange", {"json": {"diagram": diagram, "style": style}}
        yield name, "/api/v1/compare", {"json": {"old": diagram, "new": draw_lab()}}
        yield name, "/api/v1/imports", {"data": json.dumps(diagram).encode()}
        yield name, "/api/v1/diagrams", {"json": {"diagram": diagram}}


def list_saved(diagram_id: str, mapping_id: str | None) -> Iterator[tuple[str, str, Body]]:
    """Yield method, path and what is sent for each route that works on a saved diagram and its mapping."""
    api, page = f"/api/v1/diagrams/{diagram_id}", f"/diagrams/{diagram_id}"
    for each in registry.list_writable():
        yield "GET", f"{api}/exports/{each.name}", {}
        yield "POST", f"{api}/exports/{each.name}", {"json": {}}
        if each.writer and each.writer.section == "class":
            yield "POST", f"{page}/hand-out/{each.name}", {"data": {"groups": "student"}}
    for path in (
        *(f"{page}{end}" for end in ("", "/hand-out", "/thumbnail.svg", "/history", "/history/1", "/history/1/look")),
        *(f"{api}{end}" for end in ("", "/credentials.csv", "/revisions", "/revisions/1", "/revisions/1/changes")),
        f"{page}/history/1/diagram.json",
        f"{api}/mappings",
        f"{api}/files",
        "/diagrams?q=e",
        "/api/v1/diagrams?q=e",
        "/api/v1/export.zip",
        "/diagrams/export.zip",
        "/api/v1/openapi.json",
        "/",
        "/new",
    ):
        yield "GET", path, {}
    for end in ("/changes", "/file", "/user-mapping.xml", "/credentials.csv") if mapping_id else ():
        yield "GET", f"{api}/mappings/{mapping_id}{end}", {}
    if mapping_id:
        yield "GET", f"{page}/mappings/{mapping_id}", {}
    yield "POST", f"{api}/rotate", {"json": {"group": "n2"}}
    yield "POST", f"{api}/revisions/1/restore", {"headers": {"If-Match": '"1"'}}
    yield "POST", f"{api}/duplicate", {}
    yield "PATCH", api, {"json": {"title": "x" * KIB}}
    yield "POST", f"{page}/rename", {"data": {"title": "x" * KIB}}
    yield "PUT", f"{api}/revisions/1", {"json": {"name": "x" * KIB}}
    yield "POST", f"{page}/history/1/name", {"data": {"name": "x" * KIB}}
    yield "POST", f"{page}/history/1/restore", {}
    yield "POST", f"{page}/duplicate", {}
    if mapping_id:
        yield "DELETE", f"{api}/mappings/{mapping_id}", {}
    for end in ("", "/restore", "", "/erase"):
        yield "POST" if end else "DELETE", f"{api}{end}", {}


def list_uploaded(page: str) -> Iterator[tuple[str, str, Body]]:
    """Yield method, path and what is sent for each route that works on the upload of *page*."""
    for path in (page, f"{page}/contents", f"{page}/user-mapping.xml"):
        yield "GET", path, {}
    for each in registry.list_writable():
        yield "POST", f"{page}/exports/{each.name}", {"data": {}}
    yield "POST", f"{page}/open", {"data": {}}


def measure(name: str, ask: Callable[[], Any], sent: int) -> Taken:
    """Return what the request that *ask* makes took, its answer read to the end; status 0 says that it took too long."""
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    started = time.process_time()
    try:
        with ask() as answer:
            _ = answer.data
            status = answer.status_code
    except TooLong:
        status = 0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return Taken(name, status, max(sent, KIB) / KIB, time.process_time() - started)


def search(browser: Browser, size: int) -> Iterator[Taken]:
    """Yield what each request took."""
    for name, path, options in list_requests(size):
        sent = len(json.dumps(options.get("json") or str(options.get("data"))))
        yield measure(f"POST {path}: {name}", partial(browser.post, path, **options), sent)
    lab = browser.create_diagram(draw_lab())
    yield from search_files(browser, f"/api/v1/diagrams/{lab}", list_texts(size) | list_pictures(size))
    for name, diagram in list_diagrams(size).items():
        yield from search_drawing(browser, name, diagram)


def search_files(browser: Browser, diagram: str, files: dict[str, bytes]) -> Iterator[Taken]:
    """Yield what it takes to bring each of *files* to a *diagram*: as a picture, as its lab file, and as a newer one."""
    for name, data in files.items():
        update = {"file": (BytesIO(data), "lab"), "diagram": json.dumps(draw_lab())}
        for end, path, options in (
            ("/pictures", f"{diagram}/pictures", {"data": data}),
            ("/files", f"{diagram}/files?name=a", {"data": data}),
            ("", "/api/v1/updates", {"data": update, **FORM}),
        ):
            spoken = f"/api/v1/diagrams/...{end}" if end else path
            yield measure(f"POST {spoken}: {name}", partial(browser.post, path, **options), len(data))


def search_drawing(browser: Browser, name: str, diagram: Body) -> Iterator[Taken]:
    """Yield what it takes to do everything with *diagram*, called *name*, once it is saved, and once it is uploaded to be converted."""
    text = json.dumps(diagram)
    update = {"file": (BytesIO(text.encode()), "lab.json"), "diagram": text}
    yield measure(
        f"POST /api/v1/updates: {name}", partial(browser.post, "/api/v1/updates", data=update, **FORM), 2 * len(text)
    )
    answer = browser.post("/api/v1/diagrams", json={"diagram": diagram})
    if answer.status_code == CREATED:
        diagram_id, api = answer.get_json()["id"], f"/api/v1/diagrams/{answer.get_json()['id']}"
        save = partial(browser.put, api, json={"diagram": diagram}, headers={"If-Match": '"1"'})
        yield measure(f"PUT /api/v1/diagrams/...: {name}", save, len(text))
        made: list[Any] = []
        yield measure(
            f"POST /api/v1/diagrams/.../mappings: {name}", partial(note, made, browser.post, f"{api}/mappings"), KIB
        )
        mapping_id = made[0].get_json().get("id") if made else None
        yield from ask_all(browser, name, list_saved(diagram_id, mapping_id), (diagram_id, mapping_id or "-"))
    page = browser.post("/convert", data={"text": text})
    if page.status_code == SEE_OTHER:
        path = urlsplit(page.location).path
        yield from ask_all(browser, name, list_uploaded(path), (path.split("/")[2],))


def note(made: list[Any], post: Callable[..., Any], path: str) -> Any:  # noqa: ANN401 - an answer
    """Return the answer to what is posted to *path*, and keep it in *made*."""
    made.append(post(path, json={}))
    return made[0]


def ask_all(
    browser: Browser, name: str, requests: Iterator[tuple[str, str, Body]], ids: tuple[str, ...]
) -> Iterator[Taken]:
    """Yield what each of *requests* took; in its name three dots stand for *ids*."""
    for method, path, options in requests:
        spoken = path
        for each in ids:
            spoken = spoken.replace(each, "...")
        yield measure(f"{method} {spoken}: {name}", partial(browser.write, method, path, **options), KIB)


def watch_routes(app: Flask) -> set[str]:
    """Return the set to which each route of *app* is added that is asked."""
    asked: set[str] = set()
    app.before_request(lambda: asked.add(request.endpoint or ""))
    return asked


def show(taken: list[Taken], most: int) -> None:
    """Print the dearest requests: by themselves, and for each KiB that is sent."""
    for title, order in (("a request", lambda each: each.seconds), ("a KiB", lambda each: each.seconds / each.kib)):
        print(f"\n| the dearest {title} | KiB sent | status | seconds | ms a KiB |\n|---|---|---|---|---|")
        for each in sorted(taken, key=order, reverse=True)[:most]:
            price = each.seconds / each.kib * 1000
            print(f"| {each.request} | {each.kib:.0f} | {each.status} | {each.seconds:.2f} | {price:.1f} |")


def give_up(*_: object) -> None:
    """End a request that takes too long."""
    raise TooLong


def main() -> None:
    """Search, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kib", type=int, default=256, help="how much is sent with each request")
    parser.add_argument("--most", type=int, default=12, help="how many are shown")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, give_up)
    with TemporaryDirectory() as directory:
        config = build_config(Path(directory), f"sqlite:///{directory}/labmapper.db")
        migrate(config)
        app = create_app(
            replace(
                config,
                guest_diagrams=1_000,
                guest_space=10**10,
                heavy_per_minute=1_000_000,
                uploads_per_minute=1_000_000,
            )
        )
        asked = watch_routes(app)
        taken = []
        for each in search(Browser(app.test_client()), options.kib * KIB):
            taken.append(each)
            if each.seconds > 1:
                print(f"{each.seconds:6.2f} s  {each.status}  {each.request}", file=sys.stderr, flush=True)
    show(taken, options.most)
    left = sorted({rule.endpoint for rule in app.url_map.iter_rules()} - asked)
    print(f"\n{len(taken)} requests of {len(asked)} routes. Not asked: {', '.join(left)}.")
    sys.exit(1 if any(not each.status for each in taken) else 0)


if __name__ == "__main__":
    main()
