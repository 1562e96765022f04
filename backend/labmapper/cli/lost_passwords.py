"""Random passwords of which only the hashes would be kept: said before they are lost, and written where one wants it."""

import sys

import click

from labmapper.cli.files import PRIVATE, write_file
from labmapper.core.lab.structure import Lab
from labmapper.formats import credentials_csv

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


def write_passwords(name: str, lab: Lab, seed: bytes) -> None:
    """Write who logs in with what to the file *name*, for its owner only; raise FileError where that fails."""
    write_file(name, credentials_csv.EXPORTER.render(lab, seed), mode=PRIVATE)


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
