"""``labmapper user``: accounts, for whoever runs the server."""

import click

from labmapper.cli.settings import open_store
from labmapper.persistence.accounts.attempts import Attempts
from labmapper.persistence.accounts.users import UsernameTaken, Users
from labmapper.persistence.database.tables import UserRow
from labmapper.persistence.store import NotFound, Store
from labmapper.web.accounts.credential_rules import find_fault, find_weakness

_password = click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="LABMAPPER_USER_PASSWORD",
    help="Asked for where it is not given; the variable LABMAPPER_USER_PASSWORD keeps it out of the process list.",
)


@click.group()
def user() -> None:
    """Make, list, disable and delete accounts."""


@user.command()
@click.argument("name")
@_password
def create(name: str, password: str) -> None:
    """Make the account NAME."""
    fault = find_fault(name)
    if fault:
        raise click.ClickException(fault)
    _refuse_weak(password, name)
    with open_store() as store:
        try:
            Users(store).create(name, password)
        except UsernameTaken as error:
            raise click.ClickException(f"There is an account called {name} already.") from error
    click.echo(f"{name} can log in.")


@user.command(name="list")
def show() -> None:
    """List all accounts."""
    with open_store() as store:
        for row in Users(store).list():
            state = "disabled" if row.is_disabled else "active"
            click.echo(f"{row.username}\t{row.created_at:%Y-%m-%d}\t{state}")


@user.command()
@click.argument("name")
@_password
def reset_password(name: str, password: str) -> None:
    """Give NAME a new password; every log-in and every token of NAME ends."""
    _refuse_weak(password, name)
    with open_store() as store:
        Users(store).set_password(get_account(store, name), password)
    click.echo(f"{name} has a new password.")


@user.command()
@click.argument("name")
def disable(name: str) -> None:
    """Shut NAME out and revoke the tokens of NAME; the diagrams stay."""
    _set_disabled(name, is_disabled=True)
    click.echo(f"{name} cannot log in any more.")


@user.command()
@click.argument("name")
def enable(name: str) -> None:
    """Let NAME in again."""
    _set_disabled(name, is_disabled=False)
    click.echo(f"{name} can log in.")


@user.command()
@click.argument("name")
def unlock(name: str) -> None:
    """Let NAME try again at once after too many wrong passwords."""
    with open_store() as store:
        Attempts(store).unlock(get_account(store, name).username_key)
    click.echo(f"{name} can try again.")


@user.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(name: str, yes: bool) -> None:
    """Delete NAME with all diagrams and mappings; this cannot be undone."""
    with open_store() as store:
        row = get_account(store, name)
        if not yes:
            click.confirm(f"Delete {name} with all diagrams and mappings? This cannot be undone", abort=True)
        Users(store).delete(row)
    click.echo(f"{name} is deleted.")


def _set_disabled(name: str, *, is_disabled: bool) -> None:
    with open_store() as store:
        Users(store).set_disabled(get_account(store, name), is_disabled=is_disabled)


def get_account(store: Store, name: str) -> UserRow:
    """Return the account *name*; end with a message where there is none."""
    try:
        return Users(store).get(name)
    except NotFound as error:
        raise click.ClickException(f"There is no account called {name}. 'labmapper user list' lists them.") from error


def _refuse_weak(password: str, name: str) -> None:
    weakness = find_weakness(password, name)
    if weakness:
        raise click.ClickException(weakness)
