"""What is lost when a lab is written as a ``config.yaml``: told before, and not written where it is more than comments."""

from collections.abc import Callable, Iterator
from functools import partial

from labmapper.core.lab.folding import fold_devices
from labmapper.core.lab.spelling import UnspellableError
from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Place, Problem
from labmapper.formats.usermapper_config.writer import render_device, render_users


def check_config(lab: Lab) -> tuple[Problem, ...]:
    """Return an error for each group and device that a ``config.yaml`` cannot say, and a warning for lost comments."""
    lab = fold_devices(lab)
    groups = (problem for users in lab.users for problem in _check(partial(render_users, users), users.place))
    devices = (problem for device in lab.devices for problem in _check(partial(render_device, device), device.place))
    return (*groups, *devices, *check_comments(lab))


def check_comments(lab: Lab) -> Iterator[Problem]:
    """Yield a warning where the file that *lab* was read from has comments, which a lab cannot keep."""
    if lab.comments:
        first, number = lab.comments[0], len(lab.comments)
        message = f"Line {first}: the comments of the file are not kept; {number} of its lines have one."
        hint = "Keep the old file, or copy them into the new one."
        yield Problem("config-comments-lost", "warning", message, hint, Place(line=first))


def _check(render: Callable[[], object], place: Place) -> Iterator[Problem]:
    try:
        render()
    except UnspellableError as error:
        hint = "Let no number count directly after a $ or have more than nine digits, or keep the diagram as JSON."
        yield Problem("yaml-cannot-say", "error", f"A config.yaml cannot say it: {error}", hint, place)
