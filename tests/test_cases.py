"""Small files as people really have them: what is said about each, and what its users get.

Each file in the folders of ``cases`` is called after what is right, and has a ``.expected`` file beside it: a line for each problem, then
a line for each connection of each user, a line for each password as it is handed out, and whether config.yaml keeps all
that. Lists of people in ``cases/pasted-lists`` are read by ``tests/frontend/cases.test.js``. ``LABMAPPER_ACCEPT=1 pytest tests/test_cases.py``
rewrites these: read the diff.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.guacamole.loader import load_user_mapping
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, render_mapping
from labmapper.formats.exporting import write_file
from labmapper.formats.importing import read_file
from labmapper.formats.registry import find_writable
from support.labs.golden import SEED

FOLDER = Path(__file__).with_name("cases")
CASES = sorted(path for path in FOLDER.glob("*/*") if path.suffix not in {".expected", ".paste"})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_small_file_means_what_is_right(path: Path) -> None:
    told = "".join(f"{line}\n" for line in describe(path.read_bytes()))
    expected = path.with_suffix(".expected")

    if os.environ.get("LABMAPPER_ACCEPT"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def describe(data: bytes) -> Iterator[str]:
    """Yield a line for each problem of the file *data*, then one for each connection, where it is sound."""
    imported = read_file(data)
    compilation = imported.compile()
    for problem in compilation.problems if compilation else imported.problems:
        yield f"{problem.severity} {problem.code} at {problem.place}: {problem.message} {problem.hint}"
    if imported.source is not None and compilation is not None and compilation.is_sound:
        yield from list_connections(compilation)
        yield from list_handed_out(imported.source, compilation)
        yield f"config.yaml keeps it: {'yes' if is_kept_by_yaml(imported.source, compilation) else 'no'}"


def list_connections(compilation: Compilation) -> Iterator[str]:
    mapping = load_user_mapping(render_mapping(compilation.lab, SEED))
    for username, authorization in mapping.authorizations.items():
        if authorization.encoding != "plain":
            yield f"{username} logs in with what has the {authorization.encoding} hash {authorization.password}"
        for name, held in authorization.connections.items():
            given = " ".join(f"{key}={value!r}" for key, value in held.parameters.items())
            yield f"{username} opens {name} by {held.protocol} {given}"


def list_handed_out(source: Lab | Diagram, compilation: Compilation) -> Iterator[str]:
    """Yield the lines of the exact list of passwords, without its header."""
    for line in export(source, compilation, "credentials").decode().splitlines()[1:]:
        yield f"handed out: {line}"


def is_kept_by_yaml(source: Lab | Diagram, compilation: Compilation) -> bool:
    again = read_file(export(source, compilation, "config")).compile()
    return again is not None and [*list_connections(again)] == [*list_connections(compilation)]


def export(source: Lab | Diagram, compilation: Compilation, name: str) -> bytes:
    target = find_writable(name)
    assert target is not None
    chunks, _ = write_file(target, source, compilation, SEED)
    return b"".join(chunks or ())
