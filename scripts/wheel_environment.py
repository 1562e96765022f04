"""Makes the environment for the tests of the wheel: it has what Labmapper and its tests declare to need, and no Labmapper.

The packages are links to those of the environment that runs this: installing them all again takes a minute.
"""

import sys
import sysconfig
import venv
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def list_needed(name: str, *extras: str) -> set[str]:
    """Return the names of all packages that *name* with *extras* needs, also for what it needs, and its own."""
    waiting, seen = [(name, frozenset(extras))], set[tuple[str, frozenset[str]]]()
    while waiting:
        each = name, wanted = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        for requirement in map(Requirement, metadata.requires(name) or ()):
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *wanted)):
                waiting.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return {name for name, _ in seen}


def link_packages(names: set[str], target: Path) -> None:
    """Link everything that the packages *names* have in this environment into the folder *target*."""
    source = Path(sysconfig.get_path("purelib"))
    for name in names:
        for top in {file.parts[0] for file in metadata.files(name) or ()} - {"..", "__pycache__"}:
            if not (target / top).exists():
                (target / top).symlink_to(source / top)


def main() -> None:
    """Make the environment in the folder that the command line names."""
    folder = Path(sys.argv[1])
    venv.create(folder, clear=True)
    (target,) = folder.glob("lib/python*/site-packages")
    link_packages(list_needed("labmapper", "test") - {"labmapper"}, target)


if __name__ == "__main__":
    main()
