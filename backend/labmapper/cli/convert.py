"""``labmapper convert``: what ``usermapper`` does, and a little more."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from labmapper.cli.files import STANDARD, FileError, write_file
from labmapper.cli.lost_passwords import offer_passwords, write_passwords
from labmapper.cli.reading import compile_source, read_source, show_problems
from labmapper.cli.seeds import SEED_BYTES, find_seed
from labmapper.core.problems import NotRenderable
from labmapper.formats import registry
from labmapper.formats.format import Exporter

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
@click.option(
    "--passwords",
    "passwords_name",
    metavar="FILE",
    help="Write who logs in with which password to FILE too, as CSV.",
)
@click.option(
    "--in-place",
    is_flag=True,
    help="Write into the file that is there, for one that is mounted by itself; log-ins may fail meanwhile.",
)
def convert(  # noqa: PLR0913 - one argument an option
    source_name: str,
    target_name: str,
    format_name: str | None,
    seed_file: Path | None,
    passwords_name: str | None,
    *,
    in_place: bool,
) -> None:
    """Turn a config.yaml or a diagram into user-mapping.xml, or into each other.

    Nothing is written where there is an error. A file that is written over keeps its owner, group, mode and access
    control list, or you are told. The exit code is 1 for an error in the input, 2 for wrong usage and for files that
    cannot be read or written.
    """
    if passwords_name == target_name:
        raise click.UsageError("--passwords and --output name the same file.")
    exporter = _choose_exporter(target_name, format_name)
    importer, source, problems = read_source(source_name)
    if importer.name == exporter.name == "diagram":
        raise click.UsageError(f"{source_name} is a diagram already: copy it, and it keeps its places.")
    compilation = compile_source(source, problems) if source is not None else None
    show_problems(source_name, compilation.problems if compilation else problems)
    if compilation is None or not compilation.is_sound:
        raise SystemExit(1)
    lab = compilation.lab
    if passwords_name is None and seed_file is None and exporter.name == "user-mapping":
        passwords_name = offer_passwords(lab, can_ask=source_name != STANDARD)
    seed = find_seed(seed_file) if lab.has_random_passwords else bytes(SEED_BYTES)
    chunks = show_progress(exporter.render(lab, seed), compilation.summary.users)
    try:
        if passwords_name is not None:
            write_passwords(passwords_name, lab, seed)
        write_file(target_name, chunks, in_place=in_place)
    except NotRenderable as error:
        raise FileError(f"{target_name} cannot be written. {error}") from error


def _choose_exporter(target_name: str, format_name: str | None) -> Exporter:
    if format_name is None:
        found = registry.find_exporter(Path(target_name).suffix) if target_name != STANDARD else None
        return found or registry.EXPORTERS[0]
    return next(each for each in registry.EXPORTERS if each.name == format_name)


def show_progress(chunks: Iterator[bytes], users: int) -> Iterator[bytes]:
    """Yield *chunks*, with a line on the terminal that counts people where it takes more than a moment."""
    if sys.stderr is None or not sys.stderr.isatty():
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
