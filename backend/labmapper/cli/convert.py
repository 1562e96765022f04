"""``labmapper convert``: what ``usermapper`` does, and a little more."""

import os
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from labmapper.cli.files import STANDARD, write_atomically
from labmapper.cli.format_options import choose_readable, choose_settings, choose_writable, parse_settings
from labmapper.cli.reading import read_source, show_problems
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from labmapper.formats.format import Format
from labmapper.formats.options import WrongOptionError

_SEED_BYTES = 32
_SHOW_PROGRESS_AFTER = 1.0  # seconds


@click.command()
@click.option(
    "-i", "--input", "source_name", default="config.yaml", show_default=True, help="What to read; - is standard input."
)
@click.option(
    "-o",
    "--output",
    "target_name",
    default="user-mapping.xml",
    show_default=True,
    help="What to write; - is standard output.",
)
@click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    callback=choose_readable,
    help="The format to read, where its content does not say it.",
)
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    callback=choose_writable,
    help="The format to write, where the ending of the output does not say it.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    callback=parse_settings,
    help="An option of the format that is read or written; labmapper formats lists them.",
)
@click.option(
    "--seed-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keeps random passwords the same from run to run; made where it is missing.",
)
def convert(  # noqa: PLR0913, PLR0917 - one for each option
    source_name: str,
    target_name: str,
    source_format: Format | None,
    target_format: Format | None,
    settings: dict[str, str],
    seed_file: Path | None,
) -> None:
    """Turn a config.yaml or a diagram into user-mapping.xml, or into each other.

    Nothing is written where there is an error. The exit code is 1 for an error in the input, 2 for wrong usage.
    """
    target = target_format or _choose_target(target_name)
    imported = read_source(source_name, source_format, settings, target.write_options)
    compilation = imported.compile()
    show_problems(source_name, compilation.problems if compilation else imported.problems)
    if imported.source is None or compilation is None or not compilation.is_sound:
        raise SystemExit(1)
    seed = _find_seed(seed_file) if compilation.lab.has_random_passwords else bytes(_SEED_BYTES)
    try:
        given = choose_settings(settings, target.write_options)
        chunks, problems = write_file(target, imported.source, compilation, seed, given)
    except WrongOptionError as error:
        raise click.UsageError(str(error)) from error
    if chunks is None:
        why = " ".join(problem.message for problem in problems if problem.is_error)
        raise click.UsageError(f"{target_name} cannot be written. {why}")
    show_problems(source_name, problems)
    try:
        write_atomically(target_name, show_progress(chunks, compilation.summary.users))
    except OSError as error:
        raise click.UsageError(f"{target_name} cannot be written: {error.strerror}.") from error


def _choose_target(target_name: str) -> Format:
    found = registry.find_by_ending(target_name) if target_name != STANDARD else None
    return found or registry.MAIN


def _find_seed(seed_file: Path | None) -> bytes:
    """Return the seed in *seed_file*, made there where it is missing; without a file a fresh one."""
    if seed_file is None:
        return secrets.token_bytes(_SEED_BYTES)
    try:
        if not seed_file.exists():
            with os.fdopen(os.open(seed_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_hex(_SEED_BYTES) + "\n")
        seed = bytes.fromhex(seed_file.read_text(encoding="ascii").strip())
    except OSError as error:
        raise click.UsageError(f"The seed file {seed_file} cannot be used: {error.strerror}.") from error
    except ValueError:
        seed = b""
    if len(seed) < _SEED_BYTES:
        raise click.UsageError(f"{seed_file} is no seed file: it must hold {2 * _SEED_BYTES} hexadecimal digits.")
    return seed


def show_progress(chunks: Iterator[bytes], users: int) -> Iterator[bytes]:
    """Yield *chunks*, with a line on the terminal that counts people where it takes more than a moment."""
    if not sys.stderr.isatty():
        yield from chunks
        return
    started = shown = time.monotonic()
    done = 0
    for chunk in chunks:
        done += chunk.startswith(b"    <authorize ")
        now = time.monotonic()
        if now - started > _SHOW_PROGRESS_AFTER and now - shown > _SHOW_PROGRESS_AFTER / 10:
            click.echo(f"\r{done} of {users} users written", err=True, nl=False)
            shown = now
        yield chunk
    if shown > started:
        click.echo(f"\r{users} of {users} users written", err=True)
