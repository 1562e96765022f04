"""Labs that are too large for anybody: told at once, before time and memory go into them."""

from collections.abc import Iterator

from labmapper.core.problems import Problem

# Groups by device types: what has to be looked at one by one.
MAX_PAIRS = 4_000_000
# Guacamole holds 300,000 connections in 250 MiB; a file of this many has some 5 GB.
MAX_CONNECTIONS = 10_000_000


def check_pairs(groups: int, devices: int) -> Iterator[Problem]:
    """Yield a problem where *groups* of users by *devices* are more than can be looked at."""
    if groups * devices > MAX_PAIRS:
        yield Problem(
            "lab-too-large",
            "error",
            f"{groups} groups of users by {devices} devices are more than {MAX_PAIRS:,} pairs.",
            "Draw alike devices as one stack and alike users as one group.",
        )


def check_connection_count(connections: int) -> Iterator[Problem]:
    """Yield a problem where all users together have more *connections* than Guacamole could ever hold."""
    if connections > MAX_CONNECTIONS:
        yield Problem(
            "lab-too-large",
            "error",
            f"All users together would have {connections:,} connections; up to {MAX_CONNECTIONS:,} are possible.",
            "Give access only to what each group needs, or draw fewer users.",
        )
