"""The command line, run in this process."""

from click.testing import CliRunner, Result

from labmapper.cli import main


def run(*arguments: str, data: str | bytes | None = None) -> Result:
    """Run ``labmapper`` with *arguments* and *data* as its input; what nobody thought of is raised."""
    return CliRunner().invoke(main, arguments, input=data, catch_exceptions=False)
