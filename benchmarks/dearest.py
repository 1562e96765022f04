"""The dearest requests there are: every route with what makes it work hardest, by processor time.

Each route that takes a body gets each hostile input, as a guest, within what guests may send; those that work on something
saved get the dearest drawings that can be saved. A request that takes longer than a minute ends the search for it and is told.
"""

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from labmapper.app import create_app
from labmapper.formats import registry
from support.labs.drawings import draw_lab
from support.server.databases import build_config, migrate
from support.server.people import Browser

KIB = 1024
PATIENCE = 60
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one request took."""

    request: str
    status: int
    kib: float
    seconds: float


class TooLong(Exception):
    """A request takes longer than anybody waits."""


def list_texts(size: int) -> dict[str, bytes]:
    """Return files of about *size* bytes that are dear to read."""
    pieces = {
        "blanks": " ",
        "lists in lists": "[",
        "empty lists": "[],",
        "quotes": '"',
        "open comments": "<!--",
        "open tags": "<a ",
        "lines of one letter": "a\n",
        "lists in YAML": "- ",
        "combining marks": "\u0315\u0300",
        "headers of INI": "[a]\n",
        "commas": ",",
        "ends of a cell": '";"',
        "edges of DOT": "a->b;",
    }
    heads = {"edges of DOT": "digraph {", "combining marks": "users: ", "empty lists": "["}
    texts = {name: heads.get(name, "") + piece * (size // len(piece.encode())) for name, piece in pieces.items()}
    texts["unknown keys"] = json.dumps({f"k{number}": 0 for number in range(size // 12)})
    texts["unknown parameters"] = (
        "devices:\n  d:\n    connections:\n    - protocol: ssh\n      parameters:\n"
        + "".join(f"        p{number}: x\n" for number in range(size // 20))
    )
    texts["aliases of one mapping"] = (
        "users:\n  a: &a {" + ", ".join(f"k{number}: 1" for number in range(size // 16)) + "}\n"
    ) + "".join(f"  b{number}: *a\n" for number in range(400))
    return {name: text.encode() for name, text in texts.items()}


def list_diagrams(size: int) -> dict[str, Body]:
    """Return diagrams of about *size* bytes that are dear to check, arrange or write."""
    lab = draw_lab("Dear")
    node = lab["nodes"][0]
    many = {**lab, "nodes": [*lab["nodes"]]}
    each = len(json.dumps(node)) + 16
    for number in range(min(5_000, size // each)):
        many["nodes"].append({**node, "id": f"n{number}", "name": f"n{number}", "x": number * 7 % 4_000, "y": number})
    zone = {"name": "z", "x": 0, "y": 0, "width": 1_000_000, "height": 1_000_000}
    wide = {**many, "zones": [{**zone, "id": f"z{number}", "name": f"z{number}"} for number in range(100)]}
    marks = {**lab, "nodes": [{**each, "name": "\u0315\u0300" * (size // 8)} for each in lab["nodes"]]}
    stacks = {**lab, "nodes": [{**node, "count": 500}, *lab["nodes"][1:]]}
    unknown = {**lab, **{f"k{number}": 0 for number in range(size // 12)}}
    people = draw_lab("People", students=2_000)
    people["nodes"][0] |= {"count": 100}
    return {
        "many devices": many,
        "wide zones": wide,
        "combining marks": marks,
        "a large stack": stacks,
        "unknown keys": unknown,
        "2,000 people with 100 devices": people,
    }


def list_requests(size: int) -> Iterator[tuple[str, str, Body]]:
    """Yield each request that stores nothing first: its name, its path and what is sent."""
    for name, text in list_texts(size).items():
        yield name, "/api/v1/imports", {"data": text}
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


def list_saved(diagram_id: str) -> Iterator[tuple[str, str]]:
    """Yield method and path of each route that works on a saved diagram."""
    api, page = f"/api/v1/diagrams/{diagram_id}", f"/diagrams/{diagram_id}"
    yield "POST", f"{api}/mappings"
    for each in registry.list_writable():
        yield "GET", f"{api}/exports/{each.name}"
    for path in (f"{page}/hand-out", f"{page}/thumbnail.svg", f"{page}/history/1/look", f"{api}/credentials.csv", page):
        yield "GET", path


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
    for name, diagram in list_diagrams(size).items():
        answer = browser.post("/api/v1/diagrams", json={"diagram": diagram})
        if answer.status_code != 201:  # noqa: PLR2004 - Created
            continue
        diagram_id = answer.get_json()["id"]
        for method, path in list_saved(diagram_id):
            body: Body = {"json": {}} if method == "POST" else {}
            spoken = path.replace(diagram_id, "...")
            yield measure(f"{method} {spoken}: {name}", partial(browser.write, method, path, **body), KIB)


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
        browser = Browser(
            create_app(
                replace(config, guest_diagrams=1_000, heavy_per_minute=1_000_000, uploads_per_minute=1_000_000)
            ).test_client()
        )
        taken = []
        for each in search(browser, options.kib * KIB):
            taken.append(each)
            if each.seconds > 1:
                print(f"{each.seconds:6.2f} s  {each.status}  {each.request}", file=sys.stderr, flush=True)
    show(taken, options.most)
    sys.exit(1 if any(not each.status for each in taken) else 0)


if __name__ == "__main__":
    main()
