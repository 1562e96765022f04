"""Comments of the file that a lab was read from: nothing that is made of a lab has them."""

from collections.abc import Iterator

from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Place, Problem


def find_lost_comments(lab: Lab) -> Iterator[Problem]:
    """Yield a warning where the file that *lab* was read from has comments, which a lab cannot keep."""
    if lab.comments:
        yield Problem.warning("config-comments-lost", Place(line=lab.comments[0]), number=len(lab.comments))
