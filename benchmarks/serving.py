"""Saves, opens and generations a second with 1, 8 and 32 clients on Postgres or SQLite, beside a bare Flask route.

Both are served alike, and every round measures the bare route before the others, so that a ratio compares what ran within
seconds of each other. *generate* is of a drawing that has been compiled, as for the second file of it; *anew* is a save of another
drawing and a generation. The clients stand on the same machine and take their share of it, from both alike. Ends with status 1 where a bar
is missed; bars are for Postgres.
"""

import argparse
import json
import multiprocessing
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass

from compile import draw
from measuring.clients import Client, Crowd, Yield
from measuring.servers import DATABASES, THREADS, make_settings, serve_bare, serve_labmapper

from labmapper.core.drawing.document import render_diagram

NODES = 100
CLIENTS = (1, 8, 32)
# How many answers of the bare route one may cost, by the number of clients.
BARS = {"save": (8, 10, 12), "open": (5, 6, 7), "generate": (25, 30, 30)}
ACTS = {
    "bare": Client.look,
    "save": Client.save,
    "open": Client.load,
    "generate": Client.generate,
    "anew": Client.generate_anew,
}


@dataclass(frozen=True, slots=True)
class Figures:
    """How much one round brought: acts a second, and the milliseconds that one takes in the middle and at worst but 5 %."""

    rate: float
    median: float
    p95: float


Taken = dict[tuple[str, int], list[Figures]]


def summarise(result: Yield, seconds: float) -> Figures:
    """Return the figures of *result*, or end the program where anything went wrong."""
    if result.errors or len(result.seconds) < 2:  # noqa: PLR2004 - as many as have quantiles
        done = len(result.seconds)
        sys.exit(
            f"{len(result.errors)} clients failed after {done} acts: {(result.errors or ['nothing was done in time'])[0]}"
        )
    times = [each * 1000 for each in result.seconds]
    return Figures(len(times) / seconds, statistics.median(times), statistics.quantiles(times, n=20)[-1])


def run_rounds(crowd: Crowd, addresses: dict[str, str], rounds: int) -> Taken:
    """Return the figures of every round by act and number of clients."""
    taken: Taken = defaultdict(list)
    for _ in range(rounds):
        for number in CLIENTS:
            for name, act in ACTS.items():
                result = crowd.ask(addresses[name], act, number, None if act is Client.look else Client.begin)
                taken[name, number].append(summarise(result, crowd.seconds))
    return taken


def measure(database: str, rounds: int, seconds: float) -> Taken:
    """Start everything on a *database*, and return the figures of so many *rounds*, in which each act is measured for *seconds*."""
    with (
        multiprocessing.get_context("fork").Pool(max(CLIENTS)) as pool,
        make_settings(database) as settings,
        serve_labmapper(settings | {"LABMAPPER_THREADS": str(THREADS)}) as labmapper,
        serve_bare() as bare,
    ):
        document = json.dumps({"diagram": render_diagram(draw(NODES))}).encode()
        addresses = dict.fromkeys(ACTS, labmapper) | {"bare": bare}
        return run_rounds(Crowd(pool, document, seconds), addresses, rounds)


def find_ratio(taken: Taken, name: str, number: int) -> float:
    """Return how many answers of the bare route one act called *name* costs with that *number* of clients."""
    return statistics.median(
        one.rate / other.rate for one, other in zip(taken["bare", number], taken[name, number], strict=True)
    )


def show(taken: Taken, rounds: int) -> bool:
    """Print the table, and return whether all bars are kept."""
    keeps_all = True
    print(f"A drawing of {NODES} nodes; medians of {rounds} rounds; no request failed")
    print(f"{'':10}{'clients':>8}{'a second':>10}{'median ms':>11}{'p95 ms':>9}{'bare / this':>13}")
    for name in ACTS:
        for number in CLIENTS:
            figures, ratio = taken[name, number], find_ratio(taken, name, number)
            rate, middle, p95 = (
                statistics.median(getattr(each, key) for each in figures) for key in ("rate", "median", "p95")
            )
            bar = dict(zip(CLIENTS, BARS.get(name, ()), strict=False)).get(number)
            verdict = "" if bar is None else f" of {bar} {'ok' if ratio <= bar else 'MISSED'}"
            keeps_all &= bar is None or ratio <= bar
            print(f"{name:10}{number:8}{rate:10.0f}{middle:11.1f}{p95:9.1f}{ratio:13.1f}{verdict}", flush=True)
    return keeps_all


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each round measures each act")
    parser.add_argument("--database", choices=DATABASES, default=DATABASES[0])
    options = parser.parse_args()
    keeps = show(measure(options.database, options.rounds, options.seconds), options.rounds)
    sys.exit(not keeps and options.database == "postgres")


if __name__ == "__main__":
    main()
