"""Everything that can be wrong with a lab, found before anything is generated.

One module a subject; ``drawing`` is about what no lab shows any more. A check yields problems and never raises; it looks at device types and users, not at every
copy of every device, so that its cost stays near linear in the drawing.
"""

from collections.abc import Iterable, Iterator

from labmapper.core.checks.addresses import check_addresses, check_shared
from labmapper.core.checks.class_safety import check_class_safety
from labmapper.core.checks.copies import check_copies
from labmapper.core.checks.defaults import check_defaults
from labmapper.core.checks.log_ins import check_log_ins
from labmapper.core.checks.lookalikes import check_lookalikes
from labmapper.core.checks.names import check_names
from labmapper.core.checks.ordinary import leave_out_ordinary
from labmapper.core.checks.page_names import check_page_names
from labmapper.core.checks.parameters import check_connections
from labmapper.core.checks.passwords import check_passwords
from labmapper.core.checks.pods import check_outside_pods, check_pods
from labmapper.core.checks.reach import check_reach
from labmapper.core.checks.repeats import check_repeats
from labmapper.core.checks.text import check_text
from labmapper.core.lab.defaults import tell_once
from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Problem

# What is wrong only where Guacamole knows connections by their names.
_ONLY_BY_NAME = frozenset({"name-shuts-page", "token-of-databases"})


def check_lab(lab: Lab, *, by_name: bool = True) -> Iterator[Problem]:
    """Yield what is wrong with *lab*, whichever road it came by.

    *by_name* tells whether Guacamole will know connections by their names, as it does from a file and from JSON; in a
    database they have numbers.
    """
    found = (problem for problem in _check(lab) if by_name or problem.code not in _ONLY_BY_NAME)
    yield from tell_once(lab, found)


def is_same_by_number(problems: Iterable[Problem]) -> bool:
    """Return whether *problems*, found of a lab by name, are those that ``check_lab`` finds of it without *by_name*."""
    return all(problem.code not in _ONLY_BY_NAME for problem in problems)


def _check(lab: Lab) -> Iterator[Problem]:
    alone = leave_out_ordinary(lab)
    yield from check_defaults(lab)
    yield from check_text(alone)
    yield from check_names(alone)
    yield from check_log_ins(alone)
    yield from check_page_names(alone)
    yield from check_lookalikes(lab)
    yield from check_repeats(lab)
    yield from check_copies(alone)
    yield from check_addresses(alone)
    yield from check_shared(lab)
    yield from check_connections(alone)
    yield from check_outside_pods(alone)
    yield from check_pods(lab)
    yield from check_reach(lab)
    yield from check_passwords(lab)
    yield from check_class_safety(alone)
