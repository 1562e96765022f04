"""The settings and the store, for the commands that work on what is stored."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from labmapper.app import StartError, create_app, prepare
from labmapper.config import Config, ConfigError, load_config
from labmapper.persistence.database.connection import dispose
from labmapper.persistence.store import Store
from labmapper.web.services import get_store


def get_config(**options: str | None) -> Config:
    """Return the settings in the environment, but those *options* that are given; end with a message where they cannot be used."""
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return load_config({**os.environ, **given})
    except ConfigError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def open_store() -> Iterator[Store]:
    """Give the store of the installation, its database made ready; end with a message where that fails."""
    config = get_config()
    try:
        prepare(config)
    except StartError as error:
        raise click.ClickException(str(error)) from error
    app = create_app(config)
    try:
        with app.app_context():
            yield get_store()
    finally:
        dispose(app)
