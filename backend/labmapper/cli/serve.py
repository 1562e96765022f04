"""``labmapper serve``, ``db`` and ``purge``: the server and its database."""

from dataclasses import asdict
from pathlib import Path
from sqlite3 import DatabaseError

import click

from labmapper.app import StartError, prepare
from labmapper.app import serve as run_server
from labmapper.cli import reloading
from labmapper.cli.settings import get_config, open_store
from labmapper.persistence import upkeep
from labmapper.persistence.database.backups import BackupError, copy_embedded


@click.command()
@click.option("--reload", "is_reloading", is_flag=True, help="Show a changed file at once. For development only.")
def serve(*, is_reloading: bool) -> None:
    """Run Labmapper until it is stopped, and print its address.

    All settings are LABMAPPER_* variables; the README lists them. An embedded database is brought up to date first.
    """
    run = reloading.serve if is_reloading else run_server
    try:
        run(get_config())
    except StartError as error:
        raise click.ClickException(str(error)) from error


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Bring the database up to date; needed for Postgres after every update of Labmapper."""
    config = get_config()
    try:
        prepare(config, migrate=True)
    except StartError as error:
        raise click.ClickException(str(error)) from error
    click.echo("The database is up to date.")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the embedded database to FILE, while the server runs. Keep the encryption keys too, elsewhere."""
    try:
        copy_embedded(get_config(), file)
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    except (OSError, DatabaseError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise click.ClickException(f"{file} cannot be written: {reason}.") from error
    click.echo(f"{file} holds the database.")


@click.command()
def purge() -> None:
    """Remove what has expired: guests' diagrams, the trash, uploads. A running server does so by itself every hour."""
    with open_store() as store:
        removed = asdict(upkeep.purge(store, get_config()))
    click.echo(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in removed.items()) + " removed.")
