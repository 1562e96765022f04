"""A format that nobody needs: one line a person, with a heading that the user chooses."""

from collections.abc import Iterator

from labmapper.core.guacamole.secrets import MASK
from labmapper.core.problems import Problem
from labmapper.formats.format import Content, Format, Writer
from labmapper.formats.options import Option


def render(content: Content) -> Iterator[bytes]:
    """Yield the heading, then everybody with a password."""
    yield f"{content.values['heading']} {content.values['key']}\n".encode()
    for users in content.lab.users:
        for user in users.iter_users(content.seed or b""):
            name = user.username.upper() if content.values["loud"] else user.username
            yield f"{name} {user.password if content.seed else MASK}\n".encode()


def check(content: Content) -> Iterator[Problem]:
    """Yield that a heading cannot be said."""
    if content.values["heading"] == "unsayable":
        yield Problem.error("address-blank", host="unsayable")


FORMAT = Format(
    name="made-up-list",
    title="Made-up list",
    file_name="people.made-up-list",
    suffixes=(".made-up-list",),
    media_type="text/vnd.made-up",
    writer=Writer(
        render,
        action="Export the made-up list",
        preview="list",
        tells_logins=True,
        options=(
            Option("heading", "Heading", "text", "People", hint="The first line."),
            Option("loud", "In capitals", "flag", default=False),
            Option("key", "Key", "text", "", is_secret=True),
        ),
        check=check,
    ),
)
