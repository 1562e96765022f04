"""Reads ``user-mapping.xml``: from its bytes to the lab that means the same for everybody in it."""

from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Problem, has_errors
from labmapper.formats.guacamole_user_mapping.encoded_text import UnreadableTextError, decode_xml
from labmapper.formats.guacamole_user_mapping.lab import build_lab
from labmapper.formats.guacamole_user_mapping.logins import scan_logins


def parse_mapping(data: bytes) -> tuple[Lab | None, tuple[Problem, ...]]:
    """Return the lab that *data*, a ``user-mapping.xml``, gives people access to, and all problems.

    It is None where Guacamole would refuse the file.
    """
    try:
        scanned = scan_logins(decode_xml(data))
    except UnreadableTextError as error:
        return None, (error.problem,)
    if has_errors(scanned.problems):
        return None, tuple(scanned.problems)
    lab, problems = build_lab(scanned)
    return lab, (*scanned.problems, *problems)
