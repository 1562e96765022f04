"""``labmapper serve`` and ``labmapper db``: the server and its database."""

import os

import click

from labmapper.app import StartError, create_app, prepare
from labmapper.app import serve as run_server
from labmapper.config import Config, ConfigError, load_config
from labmapper.persistence.schema import upgrade as upgrade_schema


def get_config() -> Config:
    """Return the settings in the environment; end with a message where they cannot be used."""
    try:
        return load_config(os.environ)
    except ConfigError as error:
        raise click.ClickException(str(error)) from error


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
