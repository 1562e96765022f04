"""Whole processes: ``labmapper convert`` beside ``usermapper`` 0.3 on the same machine in one run.

Rows 1 and 2 of the bars: 2,000 users by 200 devices (180 MB of XML), once with the same devices for everybody and
once with other devices for each. Run it by ``make bench``.
"""

import tempfile
from pathlib import Path

from measuring.processes import Cost, find_middle, run_module

ROUNDS = 5
USERS, DEVICES = 2_000, 200

_PARAMETERS = "{protocol: ssh, hostname: ~, port: 22, username: root, password: root, color-scheme: green-black, font-size: 14, scrollback: 2000}"


def write_config(path: Path, users: int, devices: int, *, pods: bool = False) -> None:
    """Write a config.yaml of *users* by *devices*; with *pods* every user has devices of their own."""
    host = "    patterns: {hostname: '10.{pod}.lab{n}.example'}\n    pod_of: students\n" if pods else ""
    path.write_text(
        f"users:\n  students:\n    quantity: {users}\n    username_prefix: student\n    username_suffix: '00001'\n"
        f"    password: secret\ndevices:\n  routers:\n    quantity: {devices}\n    name_prefix: R\n    name_suffix: '001'\n"
        f"    hostname_prefix: '10.0.10.'\n    hostname_suffix: '1'\n    parameters: {_PARAMETERS}\n{host}"
    )


def compare(folder: Path, theirs: str, ours: str) -> tuple[Cost, Cost]:
    """Return the middle costs of usermapper with *theirs* and of Labmapper with *ours*, run in turn."""
    run_module("labmapper", "formats", folder=folder)  # bytecode is written once, before it counts
    pairs = []
    for _ in range(ROUNDS):
        # A file that is replaced must be dropped from the disk's cache, which is neither tool's work.
        for name in ("theirs.xml", "ours.xml"):
            (folder / name).unlink(missing_ok=True)
        pairs.append(
            (
                run_module("usermapper", "-i", theirs, "-o", "theirs.xml", folder=folder),
                run_module("labmapper", "convert", "-i", ours, "-o", "ours.xml", folder=folder),
            )
        )
    return find_middle([pair[0] for pair in pairs]), find_middle([pair[1] for pair in pairs])


def show(title: str, theirs: Cost, ours: Cost, *, wanted: float) -> None:
    """Print one row of the table."""
    ratio = theirs.seconds / ours.seconds
    print(
        f"{title:32} usermapper {theirs.seconds:6.2f} s {theirs.memory:6.0f} MiB   "
        f"labmapper {ours.seconds:6.2f} s {ours.memory:6.0f} MiB   {ratio:4.1f} x faster (bar: {wanted:.0f} x)"
    )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_config(folder / "same.yaml", USERS, DEVICES)
        write_config(folder / "pods.yaml", USERS, DEVICES, pods=True)
        show("the same devices for everybody", *compare(folder, "same.yaml", "same.yaml"), wanted=4)
        show("other devices for each", *compare(folder, "same.yaml", "pods.yaml"), wanted=3)
        for users in (20, 2_000, 20_000):
            write_config(folder / "flat.yaml", users, DEVICES)
            cost = run_module("labmapper", "convert", "-i", "flat.yaml", "-o", "ours.xml", folder=folder)
            size = (folder / "ours.xml").stat().st_size / 1e6
            print(
                f"{users:6} users: {cost.memory:5.1f} MiB (bar: 64 MiB, flat), {cost.seconds:5.2f} s, {size:7.1f} MB of XML"
            )


if __name__ == "__main__":
    main()
