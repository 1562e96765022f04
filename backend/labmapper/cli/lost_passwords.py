"""Warns that random passwords will be lost, where only their hashes are written and no seed is kept."""

import sys

import click

from labmapper.core.lab.structure import Lab

_PASSWORDS = "passwords.csv"
_LOST = (
    "warning: nobody will ever know the random passwords: the file has their hashes only ({}), and each run makes others. "
    f"Write them with '--passwords {_PASSWORDS}', or keep them from run to run with '--seed-file labmapper.seed'."
)


def offer_passwords(lab: Lab, *, can_ask: bool) -> str | None:
    """Warn where nobody would know the passwords of *lab*; return the file that a person at a terminal wants them in."""
    if lab.hashing == "plain" or not lab.has_random_passwords:
        return None
    click.echo(_LOST.format(lab.hashing), err=True)
    if can_ask and _is_terminal() and click.confirm(f"Write them to {_PASSWORDS} now?", default=True, err=True):
        return _PASSWORDS
    return None


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
