"""How long log-in, a save and health take while 32 clients send the dearest requests, through real processes on Postgres or SQLite.

The clients ask as fast as they are answered; who is told to come again asks again at once, which is worse than people do. They are
on the same machine here: they run at the lowest priority, so that they have what the server leaves of it, and what they took is told. Bars,
in the middle: no answer takes 200 ms longer than alone, and a log-in 200 ms longer than the hash of a password takes then, which
costs some tenths of a second on purpose. The same hash is therefore made here, in turn with the log-ins.
"""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Event

from measuring.clients import Client
from measuring.dear_inputs import list_texts
from measuring.servers import DATABASES, make_settings, serve_labmapper

from labmapper.core.drawing.document import render_diagram
from labmapper.persistence.accounts.users import hash_password
from support.labs.drawings import draw_lab

BAR = 200.0
CLIENTS = 32
PASSWORD = "correct horse battery"
HASH, LOG_IN = "hash of a password", "log-in"
ACTS = ("save", "livez", "healthz", LOG_IN)

Acts = dict[str, Callable[[], object]]


def send_worst(address: str, is_over: Event, number: int) -> None:
    """Send the dearest requests until *is_over*: what is dear to read, or to make of a drawing, in turn by *number*."""
    os.nice(19)
    client = Client(address, json.dumps({"diagram": draw_lab("Dear", students=2_000)}).encode())
    client.begin()
    aliases = list_texts(64 * 1024)["aliases of one mapping"]
    while not is_over.is_set():
        try:
            if number % 2:
                client.ask("POST", "/api/v1/imports", aliases, **{"Content-Type": "application/octet-stream"})
            else:
                client.ask("GET", f"/api/v1/diagrams/{client.diagram}/exports/student-pages")
        except RuntimeError:  # refused: what it is about is what it costs
            pass
        except OSError:
            client.connection = None


def log_in(address: str) -> None:
    """Log in, as somebody who comes to the page does."""
    client = Client(address, b"")
    client.enter()
    fields = {"csrf_token": client.headers["X-CSRFToken"], "username": "alice", "password": PASSWORD}
    body = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in fields.items()).encode()
    client.ask("POST", "/login", body, **{"Content-Type": "application/x-www-form-urlencoded"})


def save(client: Client) -> None:
    """Save on a connection of its own: the server closes what rests for two seconds."""
    client.connection = None
    client.save()


def measure(address: str, seconds: float) -> dict[str, list[float]]:
    """Return the milliseconds of each act, each by somebody who does it again and again for so many *seconds*."""
    document = json.dumps({"diagram": render_diagram_of(100)}).encode()
    saver = Client(address, document)
    saver.begin()
    parts: list[Acts] = [
        {HASH: lambda: hash_password(PASSWORD), LOG_IN: lambda: log_in(address)},
        {"save": lambda: save(saver)},
        {"livez": lambda: Client(address, b"").ask("GET", "/livez")},
        {"healthz": lambda: Client(address, b"").ask("GET", "/healthz")},
    ]
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(len(parts)) as pool:
        working = [pool.submit(repeat, acts, end) for acts in parts]
        return {name: taken for each in working for name, taken in each.result().items()}


def repeat(acts: Acts, end: float) -> dict[str, list[float]]:
    """Return the milliseconds that each of *acts* takes, which are done in turn, once at least, until the *end*, with pauses as people make."""
    taken: dict[str, list[float]] = {name: [] for name in acts}
    while not all(taken.values()) or time.monotonic() < end:
        for name, act in acts.items():
            started = time.monotonic()
            act()
            taken[name].append(1000 * (time.monotonic() - started))
        time.sleep(0.1)
    return taken


def render_diagram_of(nodes: int) -> dict[str, object]:
    """Return a drawing of *nodes* nodes as JSON."""
    from compile import draw  # noqa: PLC0415 - networkx takes long to import in each client

    return render_diagram(draw(nodes))


def register(address: str) -> None:
    """Make the account that logs in."""
    client = Client(address, b"")
    client.enter()
    fields = {
        "csrf_token": client.headers["X-CSRFToken"],
        "username": "alice",
        "password": PASSWORD,
        "repeated": PASSWORD,
    }
    body = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in fields.items()).encode()
    client.ask("POST", "/register", body, **{"Content-Type": "application/x-www-form-urlencoded"})


def show(title: str, taken: dict[str, list[float]]) -> dict[str, float]:
    """Print the figures, and return the medians."""
    print(f"{title:24}" + "".join(f"{head:>12}" for head in ("answers", "median ms", "p95 ms", "longest ms")))
    for name, times in taken.items():
        p95 = sorted(times)[len(times) * 19 // 20]
        print(f"{name:24}{len(times):12}{statistics.median(times):12.0f}{p95:12.0f}{max(times):12.0f}")
    return {name: statistics.median(times) for name, times in taken.items()}


def measure_more(database: str, seconds: float) -> dict[str, float]:
    """Measure on a *database* alone and beside the worst, print both, and return how many milliseconds more each act takes then.

    Of a log-in it is what it takes more than the hash that is made beside it.
    """
    context = multiprocessing.get_context("fork")
    with make_settings(database) as settings, serve_labmapper(settings) as address:
        register(address)
        alone = show("alone", measure(address, seconds / 4))
        is_over = context.Event()
        crowd = [context.Process(target=send_worst, args=(address, is_over, number)) for number in range(CLIENTS)]
        for each in crowd:
            each.start()
        time.sleep(2)
        try:
            beside = show(f"beside {CLIENTS} of the worst", measure(address, seconds))
        finally:
            is_over.set()
            for each in crowd:
                each.join()
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            print(f"the clients took {used.ru_utime + used.ru_stime:.1f} s of the processors")
    over = {name: beside[name] - alone[name] for name in ACTS if name != LOG_IN}
    return over | {LOG_IN: beside[LOG_IN] - beside[HASH]}


def main() -> None:
    """Measure alone and beside the worst; end with 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--database", choices=DATABASES, default=DATABASES[0])
    options = parser.parse_args()
    over = measure_more(options.database, options.seconds)
    print(
        *(f"{name}: {more:.0f} ms more, {'ok' if more <= BAR else 'MISSED'}" for name, more in over.items()), sep="\n"
    )
    sys.exit(any(more > BAR for more in over.values()))


if __name__ == "__main__":
    main()
