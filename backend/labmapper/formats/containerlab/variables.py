"""Variables in a topology of containerlab, as ``${NAME:-default}``: their defaults, for no environment is asked.

containerlab fills them in before it reads the YAML, so their defaults are put in before that here too.
"""

import re

from labmapper.core.problems import Place
from labmapper.formats.topology.findings import Findings

# Two dollars stand for one. It begins with a sign that stands for itself, so that millions of others are passed over at once.
_WITH_DEFAULT = re.compile(rb"\$(\$?)\{([A-Za-z_][A-Za-z0-9_]{0,99})(?:(:?[-=+])([^}\n]{0,500}))?\}")
# More than the largest lab has in all of its nodes and cables; what comes behind stays as it is.
_MOST = 200_000
# A magic word may stand for so much, so often in a text: more would be room for a thousand times as much as the file has.
_LONGEST_MAGIC = 200
_MOST_MAGIC = 8
_OPEN = re.compile(r"\$\$|\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))")


def fill_in_defaults(data: bytes) -> bytes:
    """Return *data* with the defaults of its first variables instead of these; ``${A}`` without one becomes ``$A``."""

    def fill(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return found.group()
        if found[3] is None:
            return b"$" + found[2]
        # With a plus the text stands for a variable that is set, and none is.
        return b"" if found[3].endswith(b"+") else found[4]

    return _WITH_DEFAULT.sub(fill, data, count=_MOST)


class Texts:
    """Texts of a file as containerlab would have them: magic words filled in, variables that have no value told."""

    def __init__(self, lab: str, findings: Findings) -> None:
        self._lab = lab
        self._findings = findings
        self._told: set[str] = set()

    def _list_magic(self, node: str) -> tuple[tuple[str, str], ...]:
        """Return the magic words of containerlab, and what they stand for at *node*; the folder is that of the lab."""
        folder = f"clab-{self._lab}" if self._lab else "clab"
        return (
            ("__clabNodeDir__", f"{folder}/{node}"),
            ("__clabNodeName__", node),
            ("__clabDir__", folder),
            ("__clabLabName__", self._lab),
        )

    def read(self, text: str, place: Place, node: str = "") -> str:
        """Return *text*, which stands at *place* and belongs to *node*."""
        if "$" not in text and "__" not in text:
            return text
        for word, value in self._list_magic(node):
            text = text.replace(word, value[:_LONGEST_MAGIC], _MOST_MAGIC)

        def keep(found: re.Match[str]) -> str:
            name = found[1] or found[2]
            if name is None:
                return "$"
            if name not in self._told:
                self._told.add(name)
                self._findings.lose("variable", name, place)
            return found.group()

        return _OPEN.sub(keep, text, count=_MOST)
