"""Comments of the file that a lab was read from: nothing that is made of a lab has them."""

from collections.abc import Iterator

from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Place, Problem


def find_lost_comments(lab: Lab) -> Iterator[Problem]:
    """Yield a warning where the file that *lab* was read from has comments, which a lab cannot keep."""
    if lab.comments:
        first, number = lab.comments[0], len(lab.comments)
        message = f"Line {first}: the comments of the file are not kept; {number} of its lines have one."
        hint = "Keep the old file, or copy them into the new one."
        yield Problem("config-comments-lost", "warning", message, hint, Place(line=first))
