"""From a config.yaml to its page and to 222 KB of XML over HTTP, beside usermapper-web: the same three requests, one process each.

Every round measures both with 1 and with 8 clients, one after the other, so that a ratio compares what ran within seconds.
"""

import argparse
import multiprocessing
import statistics
import sys
from collections import defaultdict
from tempfile import TemporaryDirectory

from measuring.clients import Client, Crowd
from measuring.servers import DATABASES, make_settings, serve_labmapper, serve_usermapper_web

CLIENTS = (1, 8)
BAR = 3.0
US, THEM = "labmapper", "usermapper-web"
# With so many threads eight conversions may wait for their turn; with fewer some are asked to come again.
SETTINGS = {"LABMAPPER_WORKERS": "1", "LABMAPPER_THREADS": "16", "LABMAPPER_GUEST_MIB": "10000"}
_PARAMETERS = "{protocol: ssh, hostname: ~, port: 22, username: root, password: root}"
CONFIG = (
    "users:\n  students:\n    quantity: 30\n    username_prefix: student\n    username_suffix: '01'\n    password: random\n"
    "devices:\n  routers:\n    quantity: 24\n    name_prefix: R\n    name_suffix: '01'\n"
    f"    hostname_prefix: '10.0.10.'\n    hostname_suffix: '1'\n    parameters: {_PARAMETERS}\n"
)


def convert_here(client: Client) -> None:
    """Send the file to Labmapper, read its page, download the mapping."""
    fields = {"csrf_token": client.headers["X-CSRFToken"]}
    page = client.follow("/convert", fields, "file", CONFIG.encode())
    check(client.ask("GET", f"{page}/user-mapping.xml"))


def convert_there(client: Client) -> None:
    """Do the same with usermapper-web."""
    page = client.follow("/", {}, "filename", CONFIG.encode())
    check(client.ask("GET", page.replace("download_page", "download")))


def check(content: bytes) -> None:
    """Raise RuntimeError unless *content* is the whole mapping."""
    if len(content) < 200_000 or not content.rstrip().endswith(b"</user-mapping>"):  # noqa: PLR2004 - about its size
        raise RuntimeError(f"no mapping: {content[-100:]!r}")


def measure(database: str, rounds: int, seconds: float) -> dict[tuple[str, int], list[float]]:
    """Return the conversions a second of each *round* on a *database*, by who made them and the number of clients."""
    rates: dict[tuple[str, int], list[float]] = defaultdict(list)
    with (
        multiprocessing.get_context("fork").Pool(max(CLIENTS)) as pool,
        TemporaryDirectory() as folder,
        make_settings(database) as settings,
        serve_labmapper(settings | SETTINGS) as ours,
        serve_usermapper_web(folder) as theirs,
    ):
        crowd = Crowd(pool, b"", seconds)
        for _ in range(rounds):
            for number in CLIENTS:
                for name, address, act in ((THEM, theirs, convert_there), (US, ours, convert_here)):
                    result = crowd.ask(address, act, number, Client.enter if address == ours else None)
                    if result.errors:
                        sys.exit(f"{name}: {result.errors[0]}")
                    rates[name, number].append(len(result.seconds) / seconds)
    return rates


def find_ratio(rates: dict[tuple[str, int], list[float]], number: int) -> float:
    """Return how many times as many conversions come from here with that *number* of clients."""
    return statistics.median(one / other for one, other in zip(rates[US, number], rates[THEM, number], strict=True))


def main() -> None:
    """Start both, measure and print; end with 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each round measures each of them")
    parser.add_argument("--database", choices=DATABASES, default=DATABASES[0])
    options = parser.parse_args()
    rates = measure(options.database, options.rounds, options.seconds)
    for number in CLIENTS:
        middles = [statistics.median(rates[name, number]) for name in (US, THEM)]
        print(
            f"{number} clients: {middles[0]:6.1f} conversions a second, {THEM} {middles[1]:6.1f}: {find_ratio(rates, number):.1f} times"
        )
    sys.exit(any(find_ratio(rates, number) < BAR for number in CLIENTS))


if __name__ == "__main__":
    main()
