"""``labmapper token``: tokens for scripts, for whoever runs the server."""

import click

from labmapper.cli.settings import open_store
from labmapper.cli.user import get_account
from labmapper.persistence.accounts.tokens import ALL, DAYS, MAX_DAYS, MAX_TOKEN_NAME, SCOPES, Tokens
from labmapper.persistence.store import NotFound


@click.group()
def token() -> None:
    """Make, list and revoke the tokens by which scripts use the API."""


@token.command()
@click.argument("account")
@click.option("--name", required=True, help="What the token is for, as the lists show it.")
@click.option("--scope", type=click.Choice(SCOPES), default=ALL, show_default=True, help="What it may do.")
@click.option("--days", type=click.IntRange(1, MAX_DAYS), default=DAYS, show_default=True, help="How long it is good.")
def create(account: str, name: str, scope: str, days: int) -> None:
    """Make a token for ACCOUNT and print it, this once."""
    name = name.strip()
    if not 0 < len(name) <= MAX_TOKEN_NAME or not name.isprintable():
        raise click.ClickException(f"The name must be a text of 1 to {MAX_TOKEN_NAME} characters.")
    with open_store() as store:
        _, secret = Tokens(store).create(get_account(store, account), name, scope=scope, days=days)
    click.echo(secret)


@token.command(name="list")
@click.argument("account")
def show(account: str) -> None:
    """List the tokens of ACCOUNT: id, first and last day, last use, scope, name."""
    with open_store() as store:
        for info in Tokens(store).list(get_account(store, account).id):
            days = [f"{day:%Y-%m-%d}" if day else "never" for day in (info.created_at, info.expires_at, info.used_at)]
            click.echo("\t".join([info.id, *days, info.scope, info.name]))


@token.command()
@click.argument("account")
@click.argument("token_id")
def revoke(account: str, token_id: str) -> None:
    """Take the token TOKEN_ID of ACCOUNT back: whatever uses it stops working."""
    with open_store() as store:
        try:
            Tokens(store).revoke(get_account(store, account).id, token_id)
        except NotFound as error:
            raise click.ClickException(
                f"{account} has no token {token_id}. 'labmapper token list {account}' lists them."
            ) from error
    click.echo(f"The token {token_id} is revoked.")
