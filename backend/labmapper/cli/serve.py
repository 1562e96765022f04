"""``labmapper serve`` and ``purge``: the server, and what it removes."""

from datetime import UTC, datetime

import click

from labmapper.app import StartError
from labmapper.app import serve as run_server
from labmapper.cli import reloading
from labmapper.cli.settings import get_config, open_store
from labmapper.persistence import upkeep


@click.command()
@click.option("--host", help="Where the server listens, instead of LABMAPPER_HOST.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port, instead of LABMAPPER_PORT; 0 is any free one.")
@click.option("--reload", "is_reloading", is_flag=True, help="Show a changed file at once. For development only.")
def serve(host: str | None, port: int | None, *, is_reloading: bool) -> None:
    """Run Labmapper until it is stopped, and print its address.

    All settings are LABMAPPER_* variables; the README lists them. An embedded database is brought up to date first.
    """
    run = reloading.serve if is_reloading else run_server
    try:
        run(get_config(LABMAPPER_HOST=host, LABMAPPER_PORT=None if port is None else str(port)))
    except StartError as error:
        raise click.ClickException(str(error)) from error


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask, however much has expired.")
def purge(yes: bool) -> None:
    """Remove what has expired: guests' diagrams, the trash, uploads. A running server does so by itself every hour.

    Where more than a tenth of all diagrams would go, it asks: the clock may be wrong.
    """
    config = get_config()
    with open_store() as store:
        expired = upkeep.count_expired(store, config)
        if expired.is_suspicious and not yes:
            _ask(expired)
        removed = upkeep.purge(store, config)
    click.echo(
        f"Removed: diagrams of guests {removed.guest_diagrams}, diagrams in the trash {removed.trashed_diagrams}, uploads {removed.uploads}, "
        f"unfinished mappings {removed.unfinished_mappings}, ended log-ins {removed.ended_log_ins}."
    )


def _ask(expired: upkeep.Expired) -> None:
    """Go on only where whoever runs the server says so."""
    click.echo(
        f"By the clock it is {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, and then {expired.guest_diagrams} diagrams of guests and "
        f"{expired.trashed_diagrams} in the trash have expired, of {expired.all_diagrams}.",
        err=True,
    )
    click.confirm("Remove them for good?", abort=True, err=True)
