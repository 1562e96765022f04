"""``labmapper serve``, ``db`` and ``purge``: the server and its database."""

from dataclasses import asdict

import click

from labmapper.app import StartError, create_app, prepare
from labmapper.app import serve as run_server
from labmapper.cli.settings import get_config, open_store
from labmapper.persistence import upkeep
from labmapper.persistence.schema import upgrade as upgrade_schema


@click.command()
def serve() -> None:
    """Run Labmapper until it is stopped, and print its address.

    All settings are LABMAPPER_* variables; the README lists them. An embedded database is brought up to date first.
    """
    try:
        run_server(get_config())
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
        upgrade_schema(create_app(config), config)
        prepare(config)
    except StartError as error:
        raise click.ClickException(str(error)) from error
    click.echo("The database is up to date.")


@click.command()
def purge() -> None:
    """Remove what has expired: guests' diagrams, the trash, uploads. A running server does so by itself every hour."""
    with open_store() as store:
        removed = asdict(upkeep.purge(store, get_config()))
    click.echo(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in removed.items()) + " removed.")
