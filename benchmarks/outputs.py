"""SQL beside the mapping: ``labmapper convert`` to both, in one run, for the same people and devices.

The bar: SQL takes at most twice the time of the XML for the same rights, and memory stays flat: of a file that is a thousand
times as large no more than what the names of its people take, 10 MiB for 20,000. Run it by ``make bench``, which ends with
status 1 where a bar is missed.
"""

import sys
import tempfile
from pathlib import Path

from convert import DEVICES, USERS, write_config
from measuring.processes import Cost, find_middle, run_module

ROUNDS = 3
BAR = 2.0  # times as long as the XML
PEOPLE = (20, 200, 2_000, 20_000)
FLAT = 10.0  # MiB more for the most people than for the fewest
_SQL = ("guacamole-postgresql", "guacamole-mysql")


def convert(folder: Path, config: str, target: str) -> Cost:
    """Return what it costs to write *config* in the *target* format."""
    (folder / "written").unlink(missing_ok=True)
    arguments = ("convert", "-i", config, "--to", target, "-o", "written", "--seed-file", "seed")
    return run_module("labmapper", *arguments, folder=folder)


def compare(folder: Path, title: str, config: str) -> bool:
    """Print how long SQL takes beside the mapping of *config*, run in turn; return whether that is within the bar."""
    targets = ("user-mapping", *_SQL)
    costs: dict[str, list[Cost]] = {target: [] for target in targets}
    for _ in range(ROUNDS):
        for target in targets:
            costs[target].append(convert(folder, config, target))
    xml, *others = (find_middle(costs[target]) for target in targets)
    for target, sql in zip(_SQL, others, strict=True):
        ratio = sql.seconds / xml.seconds
        print(
            f"{title:32} {target:20} {sql.seconds:6.2f} s {sql.memory:4.0f} MiB   XML {xml.seconds:6.2f} s "
            f"{xml.memory:4.0f} MiB   {ratio:4.2f} x as long (bar: {BAR:.0f} x): {judge(ratio <= BAR)}"
        )
    return all(sql.seconds / xml.seconds <= BAR for sql in others)


def grow(folder: Path) -> bool:
    """Print how much memory SQL for more and more people takes; return whether it stays flat."""
    taken = []
    for users in PEOPLE:
        write_config(folder / "flat.yaml", users, 20, pods=True)
        cost = convert(folder, "flat.yaml", _SQL[0])
        taken.append(cost.memory)
        size = (folder / "written").stat().st_size / 1e6
        print(f"{users:6} users with pods: {cost.memory:5.1f} MiB, {cost.seconds:5.2f} s, {size:7.1f} MB of SQL")
    grown = max(taken) - taken[0]
    print(f"memory grows by {grown:.1f} MiB (bar: {FLAT:.0f} MiB): {judge(grown <= FLAT)}")
    return grown <= FLAT


def judge(is_met: bool) -> str:
    """Return a word for a bar."""
    return "ok" if is_met else "MISSED"


def main() -> None:
    """Measure, print, and end with status 1 where a bar is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_config(folder / "same.yaml", USERS, DEVICES)
        write_config(folder / "pods.yaml", USERS, DEVICES, pods=True)
        met = [
            compare(folder, "the same devices for everybody", "same.yaml"),
            compare(folder, "other devices for each", "pods.yaml"),
            grow(folder),
        ]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
