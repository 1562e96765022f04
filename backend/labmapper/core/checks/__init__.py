"""Everything that can be wrong with a lab, found before anything is generated.

One module a subject; ``drawing`` is about what no lab shows any more. A check yields problems and never raises; it looks at device types and users, not at every
copy of every device, so that its cost stays near linear in the drawing.
"""

from collections.abc import Iterator

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

_NOT_IN_DATABASES = frozenset({"token-of-databases"})


def check_lab(lab: Lab, *, by_name: bool = True) -> Iterator[Problem]:
    """Yield what is wrong with *lab*, whichever road it came by.

    *by_name* tells whether Guacamole will know connections by their names, as it does from a file and from JSON; in a
    database they have numbers.
    """
    yield from tell_once(lab, _check(lab, by_name=by_name))


def _check(lab: Lab, *, by_name: bool) -> Iterator[Problem]:
    alone = leave_out_ordinary(lab)
    yield from check_defaults(lab)
    yield from check_text(alone)
    yield from check_names(alone)
    yield from check_log_ins(alone)
    yield from check_page_names(alone) if by_name else ()
    yield from check_lookalikes(lab)
    yield from check_repeats(lab)
    yield from check_copies(alone)
    yield from check_addresses(alone)
    yield from check_shared(lab)
    yield from _for_output(check_connections(alone), by_name=by_name)
    yield from check_outside_pods(alone)
    yield from check_pods(lab)
    yield from check_reach(lab)
    yield from check_passwords(lab)
    yield from check_class_safety(alone)


def _for_output(problems: Iterator[Problem], *, by_name: bool) -> Iterator[Problem]:
    """Yield *problems* without those that connections in a database do not have."""
    return (problem for problem in problems if by_name or problem.code not in _NOT_IN_DATABASES)
