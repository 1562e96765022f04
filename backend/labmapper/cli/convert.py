"""``labmapper convert``: what ``usermapper`` does, and a little more."""

import os
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from labmapper.cli.files import STANDARD, write_atomically
from labmapper.cli.reading import compile_source, read_source, show_problems
from labmapper.core.problems import NotRenderable
from labmapper.formats import registry
from labmapper.formats.format import Exporter

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
    "--to",
    "format_name",
    type=click.Choice([each.name for each in registry.EXPORTERS]),
    help="The format to write, where the ending of the output does not say it.",
)
@click.option(
    "--seed-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keeps random passwords the same from run to run; made where it is missing.",
)
def convert(source_name: str, target_name: str, format_name: str | None, seed_file: Path | None) -> None:
    """Turn a config.yaml or a diagram into user-mapping.xml, or into each other.

    Nothing is written where there is an error. The exit code is 1 for an error in the input, 2 for wrong usage.
    """
    exporter = _choose_exporter(target_name, format_name)
    importer, source, problems = read_source(source_name)
    if importer.name == exporter.name == "diagram":
        raise click.UsageError(f"{source_name} is a diagram already: copy it, and it keeps its places.")
    compilation = compile_source(source, problems) if source is not None else None
    show_problems(source_name, compilation.problems if compilation else problems)
    if compilation is None or not compilation.is_sound:
        raise SystemExit(1)
    lab = compilation.lab
    seed = _find_seed(seed_file) if lab.has_random_passwords else bytes(_SEED_BYTES)
    chunks = show_progress(exporter.render(lab, seed), compilation.summary.users)
    try:
        write_atomically(target_name, chunks)
    except OSError as error:
        raise click.UsageError(f"{target_name} cannot be written: {error.strerror}.") from error
    except NotRenderable as error:
        raise click.UsageError(f"{target_name} cannot be written. {error}") from error


def _choose_exporter(target_name: str, format_name: str | None) -> Exporter:
    if format_name is None:
        found = registry.find_exporter(Path(target_name).suffix) if target_name != STANDARD else None
        return found or registry.EXPORTERS[0]
    return next(each for each in registry.EXPORTERS if each.name == format_name)


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
