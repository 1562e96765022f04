"""Warns where random passwords are no use without a seed: only their hashes are written, or no other file has them."""

import sys

import click

from labmapper.core.lab.structure import Lab
from labmapper.formats.format import Format

_PASSWORDS = "passwords.csv"
_LOST = (
    "warning: nobody will ever know the random passwords: the file has their hashes only ({}), and each run makes others. "
    f"Write them with '--passwords {_PASSWORDS}', or keep them from run to run with '--seed-file labmapper.seed'."
)

_ALONE = (
    "warning: these random passwords are of this run alone and open nothing: no other file has them. "
    "Give the seed file that the file for the gateway is made with: '--seed-file labmapper.seed'."
)


def warn_of_lone_passwords(lab: Lab, target: Format) -> None:
    """Warn where the *target* hands out random passwords of *lab* that no file for a gateway can have, without a seed file."""
    if target.writer and target.writer.tells_logins and lab.has_random_passwords:
        click.echo(_ALONE, err=True)


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
