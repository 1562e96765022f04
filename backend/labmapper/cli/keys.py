"""``labmapper keys``: the keys that what is stored is encrypted with."""

from collections.abc import Sequence

import click

from labmapper.app import StartError, prepare
from labmapper.cli.settings import get_config, open_store
from labmapper.config import Config
from labmapper.persistence.key_rotation import forget_keys, reseal
from labmapper.persistence.sealing.encryption import make_key
from labmapper.persistence.sealing.keyring import ENCRYPTION_FILE, read_keys, replace_keys


@click.group()
def keys() -> None:
    """Make, rotate and forget encryption keys."""


@keys.command()
def make() -> None:
    """Write a new key to standard output, for LABMAPPER_ENCRYPTION_KEYS. Nothing is changed."""
    click.echo(make_key())


@keys.command()
def rotate() -> None:
    """Encrypt everything that is stored with a new key.

    Keys in the data directory: a new one is made and put in front; restart Labmapper afterwards. Keys in
    LABMAPPER_ENCRYPTION_KEYS: put a new one in front yourself, restart Labmapper, then run this. The old keys are
    kept until 'labmapper keys forget'.
    """
    config = get_config()
    if config.encryption_keys is None:
        _check(config)
        _replace(config, [make_key(), *read_keys(config)])
    _check(config)
    with open_store() as store:
        click.echo(f"{reseal(store)} items are encrypted with key {store.cipher.keys[0].name} now.")


@keys.command()
def forget() -> None:
    """Drop the old keys, after everything was encrypted with the new one and Labmapper was restarted."""
    config = get_config()
    _check(config)
    with open_store() as store:
        reseal(store)
        forget_keys(store)
    if config.encryption_keys is None:
        _replace(config, read_keys(config)[:1])
        click.echo("The old keys are gone from the data directory.")
    else:
        click.echo("The old keys may be taken out of LABMAPPER_ENCRYPTION_KEYS.")


def _replace(config: Config, new: Sequence[str]) -> None:
    """Keep the keys *new* in the data directory, and tell what the file could not keep of the one before."""
    try:
        lost = replace_keys(config, new)
    except OSError as error:
        raise click.ClickException(f"The keys cannot be written: {error.strerror}. Nothing was changed.") from error
    for sentence in lost:
        click.echo(f"{config.data_directory / ENCRYPTION_FILE}: warning: {sentence}.", err=True)


def _check(config: Config) -> None:
    """End with a message where the database or the keys cannot be used."""
    try:
        prepare(config)
    except StartError as error:
        raise click.ClickException(str(error)) from error
