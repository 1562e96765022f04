"""What is lost when a lab is written as a ``config.yaml``: told before, and not written where it is more than comments."""

from collections.abc import Callable, Iterator
from functools import partial

from labmapper.core.lab.folding import fold_devices
from labmapper.core.lab.lost_comments import find_lost_comments
from labmapper.core.lab.spelling import UnspellableError
from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Place, Problem
from labmapper.formats.usermapper_config.writer import NameTakenError, render_device, render_users


def check_config(lab: Lab) -> tuple[Problem, ...]:
    """Return an error for each group and device that a ``config.yaml`` cannot say, and a warning for lost comments."""
    lab = fold_devices(lab)
    groups = (problem for users in lab.users for problem in _check(partial(render_users, users), users.place))
    devices = (
        problem
        for device in lab.devices
        for problem in _check(partial(render_device, device, lab.defaults), device.place)
    )
    return (*groups, *devices, *find_lost_comments(lab))


def _check(render: Callable[[], object], place: Place) -> Iterator[Problem]:
    try:
        render()
    except NameTakenError as error:
        yield Problem.error("yaml-cannot-say", place, variant="name-taken", shown=error.shown)
    except UnspellableError as error:
        yield Problem.error("yaml-cannot-say", place, shown=error.shown)
