"""SQL beside the mapping: ``labmapper convert`` to both, in one run, for the same people and devices.

The bar: SQL takes at most twice the time of the XML for the same rights, and memory stays flat. Run it by ``make bench``.
"""

import tempfile
from pathlib import Path

from convert import DEVICES, USERS, write_config
from measuring.processes import Cost, find_middle, run_module

ROUNDS = 3
_SQL = ("guacamole-postgresql", "guacamole-mysql")


def convert(folder: Path, config: str, target: str) -> Cost:
    """Return what it costs to write *config* in the *target* format."""
    (folder / "written").unlink(missing_ok=True)
    arguments = ("convert", "-i", config, "--to", target, "-o", "written", "--seed-file", "seed")
    return run_module("labmapper", *arguments, folder=folder)


def compare(folder: Path, title: str, config: str) -> None:
    """Print how long SQL takes beside the mapping of *config*, run in turn."""
    targets = ("user-mapping", *_SQL)
    costs: dict[str, list[Cost]] = {target: [] for target in targets}
    for _ in range(ROUNDS):
        for target in targets:
            costs[target].append(convert(folder, config, target))
    xml, *others = (find_middle(costs[target]) for target in targets)
    for target, sql in zip(_SQL, others, strict=True):
        print(
            f"{title:32} {target:20} {sql.seconds:6.2f} s {sql.memory:4.0f} MiB   XML {xml.seconds:6.2f} s "
            f"{xml.memory:4.0f} MiB   {sql.seconds / xml.seconds:4.2f} x as long (bar: 2 x)"
        )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_config(folder / "same.yaml", USERS, DEVICES)
        write_config(folder / "pods.yaml", USERS, DEVICES, pods=True)
        compare(folder, "the same devices for everybody", "same.yaml")
        compare(folder, "other devices for each", "pods.yaml")
        for users in (20, 200, 2_000, 20_000):
            write_config(folder / "flat.yaml", users, 20, pods=True)
            cost = convert(folder, "flat.yaml", _SQL[0])
            size = (folder / "written").stat().st_size / 1e6
            print(
                f"{users:6} users with pods: {cost.memory:5.1f} MiB (bar: flat), {cost.seconds:5.2f} s, {size:7.1f} MB of SQL"
            )


if __name__ == "__main__":
    main()
