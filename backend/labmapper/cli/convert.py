"""``labmapper convert``: what ``usermapper`` does, and a little more."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from labmapper.cli.files import PRIVATE, STANDARD, FileError, write_bytes
from labmapper.cli.format_options import ask_secrets, choose_settings, choose_writable, from_option, set_option
from labmapper.cli.lost_passwords import offer_passwords, warn_of_lone_passwords
from labmapper.cli.reading import read_source, show_problems
from labmapper.cli.seeds import SEED_BYTES, find_seed
from labmapper.cli.updating import build_update_request, update_source
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation
from labmapper.formats import credentials_csv, registry
from labmapper.formats.exporting import may_write, write_file
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported
from labmapper.formats.options import WrongOptionError

_SHOW_PROGRESS_AFTER = 1.0  # seconds


@click.command(short_help="Turn a file into user-mapping.xml or any other format.")
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
@from_option
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    callback=choose_writable,
    help="The format to write, where the ending of the output does not say it.",
)
@set_option
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
@click.option(
    "--update", "drawing_name", metavar="DIAGRAM", help="Bring DIAGRAM up to the input, a newer file of its lab."
)
@click.option(
    "--before", "before_name", metavar="FILE", help="The former file: tells what was typed from what it said."
)
@click.option(
    "--prefer-file", "prefers_file", is_flag=True, help="Let an update take what the file says where both differ."
)
@click.option("--remove-gone", "removes_gone", is_flag=True, help="Let an update remove what the file has no more.")
def convert(  # noqa: PLR0913, PLR0917 - one for each option
    source_name: str,
    target_name: str,
    source_format: Format | None,
    target_format: Format | None,
    settings: dict[str, str],
    seed_file: Path | None,
    passwords_name: str | None,
    drawing_name: str | None,
    before_name: str | None,
    *,
    in_place: bool,
    prefers_file: bool,
    removes_gone: bool,
) -> None:
    """Turn a config.yaml, a diagram or a lab of another tool into user-mapping.xml, or into any other format that is written.

    Nothing is written where there is an error, but for a diagram made of a lab of another tool: it may lack addresses. A
    file that is written over keeps its owner, group, mode and access control list, or you are told. The exit code is 1 for
    an error in the input, 2 for wrong usage and for files that cannot be read or written.
    """
    if passwords_name == target_name:
        raise click.UsageError("--passwords and --output name the same file.")
    target = target_format or _choose_target(target_name)
    imported = read_source(source_name, source_format, settings, target.write_options)
    update = build_update_request(drawing_name, before_name, prefers_file=prefers_file, removes_gone=removes_gone)
    if update is not None:
        imported = update_source(imported, update, source_format, settings)
    compilation = imported.compile(by_name=target.is_by_name)
    show_problems(source_name, compilation.problems if compilation else imported.problems)
    if imported.source is None or compilation is None or not _may_convert(imported, compilation, target):
        raise SystemExit(1)
    if passwords_name is None and seed_file is None and target == registry.MAIN:
        passwords_name = offer_passwords(compilation.lab, can_ask=source_name != STANDARD)
    if seed_file is None:
        warn_of_lone_passwords(compilation.lab, target)
    seed = _get_seed(target, compilation, seed_file)
    try:
        given = ask_secrets(target.write_options, choose_settings(settings, target.write_options))
        chunks, problems = write_file(target, imported.source, compilation, seed, given)
    except WrongOptionError as error:
        raise click.UsageError(str(error)) from error
    if chunks is None:
        why = " ".join(problem.message for problem in problems if problem.is_error)
        raise FileError(f"{target_name} cannot be written. {why}")
    show_problems(source_name, problems)
    if passwords_name is not None:
        passwords, _ = write_file(credentials_csv.EXACT, imported.source, compilation, seed)
        write_bytes(passwords_name, passwords or (), mode=PRIVATE)
    write_bytes(target_name, show_progress(chunks, compilation.summary.users), in_place=in_place)
    _tell_lacks(target, imported)


def _tell_lacks(target: Format, imported: Imported) -> None:
    """Say what the file does not have of the drawing that it was made of."""
    if target.writer is not None and target.writer.lacks and not isinstance(imported.source, Lab):
        click.echo(f"note: {target.writer.lacks}", err=True)


def _get_seed(target: Format, compilation: Compilation, seed_file: Path | None) -> bytes:
    """Return the seed of what is written, which for a lab without random passwords is any; refuse to do without a file."""
    needs_seed = target.writer is not None and target.writer.needs_seed
    if needs_seed and seed_file is None:
        raise click.UsageError(f"{target.name} needs --seed-file: by its seed it knows the accounts of this lab again.")
    return find_seed(seed_file) if needs_seed or compilation.lab.has_random_passwords else bytes(SEED_BYTES)


def _may_convert(imported: Imported, compilation: Compilation, target: Format) -> bool:
    """Return whether *target* is written: the file of another tool may become a drawing that has to be finished."""
    return compilation.is_sound or (imported.format.is_finished_later and may_write(target, compilation))


def _choose_target(target_name: str) -> Format:
    found = registry.find_by_ending(target_name) if target_name != STANDARD else None
    return found or registry.MAIN


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
