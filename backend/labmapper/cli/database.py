"""``labmapper db``: the database brought up to date, copied and put back."""

from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from sqlite3 import DatabaseError

import click
from sqlalchemy.exc import SQLAlchemyError

from labmapper.app import StartError, prepare
from labmapper.cli.settings import get_config
from labmapper.config import Config
from labmapper.persistence.database.backups import BackupError, NoDatabase, back_up, check_backup
from labmapper.persistence.database.backups import restore as put_back


@click.group()
def db() -> None:
    """Back up, restore and upgrade the database."""


@db.command()
def upgrade() -> None:
    """Bring the database up to date; needed for Postgres after every update of Labmapper."""
    _prepare(get_config(), migrate=True)
    click.echo("The database is up to date.")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database to FILE, while the server runs. Keep the encryption keys too, elsewhere.

    Postgres is copied by pg_dump, which must be installed.
    """
    try:
        back_up(get_config(), file)
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    except (OSError, DatabaseError) as error:
        raise click.ClickException(f"{file} cannot be written: {_explain(error)}.") from error
    click.echo(f"{file} holds the database. The encryption keys are not in it.")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(file: Path, yes: bool) -> None:
    """Put the copy FILE in the place of the database: everything that was saved since is lost.

    FILE is one that 'labmapper db backup' or pg_dump made. Stop the server first. What was there is copied to a file beside FILE.
    Postgres needs pg_dump and pg_restore.
    """
    config = get_config()
    try:
        check_backup(config, file)
        if not yes:
            click.confirm(f"Replace the database by {file}? What was saved since is lost", abort=True, err=True)
        _keep_present(config, file)
        put_back(config, file)
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    except (OSError, DatabaseError, SQLAlchemyError) as error:
        raise click.ClickException(f"The database cannot be replaced: {_explain(error)}.") from error
    _tell_state(config, file)


def _keep_present(config: Config, file: Path) -> None:
    """Copy what is in the place of the database to a file beside *file*, and say where."""
    kept = file.with_name(f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}-{token_hex(2)}{file.suffix}")
    try:
        back_up(config, kept)
    except NoDatabase:
        return
    click.echo(f"What was there before is in {kept}.")


def _tell_state(config: Config, file: Path) -> None:
    """Say what is in the database now, and what it still needs."""
    click.echo(f"The database is that of {file}.")
    try:
        prepare(config, migrate=False)
    except StartError as error:
        click.echo(f"Before the server starts: {error}", err=True)


def _prepare(config: Config, *, migrate: bool) -> None:
    try:
        prepare(config, migrate=migrate)
    except StartError as error:
        raise click.ClickException(str(error)) from error


def _explain(error: Exception) -> str:
    return str((isinstance(error, OSError) and error.strerror) or error).strip()
