"""The command line. Each command is imported when it is called, so that ``convert`` starts without a web server."""

import sys
from importlib import import_module
from typing import Any

import click

from labmapper import __version__
from labmapper.cli.files import FileError, forget_output, is_lack_of_room

# Command -> module under ``labmapper.cli``; the function has the command's name.
_COMMANDS = {
    "serve": "serve",
    "convert": "convert",
    "check": "check",
    "formats": "check",
    "db": "database",
    "keys": "keys",
    "purge": "serve",
    "token": "token",
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

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run, and end in a sentence where standard output takes no more; click knows closed pipes only."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if not is_lack_of_room(error):
                raise
            forget_output()
            FileError(f"Standard output cannot be written: {error.strerror}.").show()
            sys.exit(FileError.exit_code)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="labmapper")
def main() -> None:
    """Draw a network lab, get the user-mapping.xml that lets its people in through Apache Guacamole."""
