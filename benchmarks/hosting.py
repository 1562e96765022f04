"""What a school that hosts Labmapper waits for, on Postgres and on SQLite, as one table beside its bars.

Saves, opens and generations beside a bare Flask route, conversions beside usermapper-web, and what is light beside 32 clients that
send the worst; each as its own benchmark measures it. Ends with status 1 where a bar is missed on one of them.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout

import beside_the_worst
import converting
import serving
from measuring.servers import DATABASES

# A row: what it is about, its bars, what was measured, whether more is better, and how many digits tell it.
Row = tuple[str, tuple[float, ...], tuple[float, ...], bool, int]
_HERE = "{} of 100 nodes: answers of a bare Flask route that one costs, 1 / 8 / 32 clients"
_PAGE = "`config.yaml` to its page and 222 KB of XML: times as many as usermapper-web, 1 / 8 clients"
_MORE = "{} beside 32 of the worst requests: ms more than alone"
_LOG_IN = "log-in beside 32 of the worst requests: ms more than the hash of its password"


def list_rows(database: str, rounds: int, seconds: float) -> Iterator[Row]:
    """Measure all of it on a *database*, and yield it."""
    taken = serving.measure(database, rounds, seconds)
    for name, bars in serving.BARS.items():
        ratios = tuple(serving.find_ratio(taken, name, number) for number in serving.CLIENTS)
        yield _HERE.format(name), bars, ratios, False, 1
    rates = converting.measure(database, rounds, seconds)
    times = tuple(converting.find_ratio(rates, number) for number in converting.CLIENTS)
    yield _PAGE, (converting.BAR,) * len(times), times, True, 1
    for name, more in beside_the_worst.measure_more(database, 7 * seconds).items():
        title = _LOG_IN if name == beside_the_worst.LOG_IN else _MORE.format(name)
        yield title, (beside_the_worst.BAR,), (more,), False, 0


def spell(row: Row) -> tuple[str, bool]:
    """Return what was measured for *row* as a cell of the table, and whether it keeps its bars."""
    _, bars, figures, is_more_better, digits = row
    keeps = [figure >= bar if is_more_better else figure <= bar for bar, figure in zip(bars, figures, strict=True)]
    shown = (f"{figure:.{digits}f}{'' if kept else ' MISSED'}" for figure, kept in zip(figures, keeps, strict=True))
    return " / ".join(shown), all(keeps)


def show(tables: dict[str, list[Row]], say: Callable[[str], object] = print) -> bool:
    """Print a table with a column for each database, and return whether all bars are kept."""
    names = list(tables)
    say(f"| what | bar | {' | '.join(names)} |")
    say("|---|---|" + "---|" * len(names))
    keeps_all = True
    for rows in zip(*tables.values(), strict=True):
        title, bars, _, _, _ = rows[0]
        cells = [spell(row) for row in rows]
        keeps_all &= all(kept for _, kept in cells)
        say(f"| {title} | {' / '.join(f'{bar:g}' for bar in bars)} | {' | '.join(cell for cell, _ in cells)} |")
    return keeps_all


def main() -> None:
    """Measure on each database, tell on standard error how it goes, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each round measures each act")
    options = parser.parse_args()
    with redirect_stdout(sys.stderr):
        tables = {name: list(list_rows(name, options.rounds, options.seconds)) for name in DATABASES}
    sys.exit(not show(tables))


if __name__ == "__main__":
    main()
