"""The command line. Each command is imported when it is called, so that ``convert`` starts without a web server."""

from importlib import import_module

import click

from labmapper import __version__

# Command -> module under ``labmapper.cli``; the function has the command's name.
_COMMANDS = {
    "serve": "serve",
    "convert": "convert",
    "check": "check",
    "formats": "check",
    "db": "serve",
    "keys": "keys",
    "purge": "serve",
    "user": "user",
}


class _LazyGroup(click.Group):
    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"labmapper.cli.{_COMMANDS[name]}"), name)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="labmapper")
def main() -> None:
    """Draw a network lab, get the user-mapping.xml that lets its people in through Apache Guacamole."""
