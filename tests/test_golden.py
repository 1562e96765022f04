"""Golden labs: what each drawing and each file means, byte for byte, and what is said about the broken ones.

Each folder of ``golden`` holds a ``diagram.json`` or a ``config.yaml``, and what must come out of it. The JavaScript
tests read the same drawings. ``LABMAPPER_ACCEPT=1 pytest tests/test_golden.py`` rewrites the expectations: read the
diff.
"""

import os
from pathlib import Path

import pytest

from labmapper.cli.reading import compile_source, format_problem
from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import render_mapping
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.usermapper_config.writer import render_config
from support.drawings import GOLDEN

SEED = bytes(range(32))


def _render_all(source: Path) -> dict[str, str]:
    """Return by file name what *source* gives: the mapping and the YAML of a sound lab, or the problems."""
    read, problems = registry.recognise(source.read_bytes()).parse(source.read_bytes())
    compilation = compile_source(read, problems) if read is not None else None
    rendered = {"problems.txt": _render_problems(source, compilation.problems if compilation else problems)}
    if compilation and compilation.is_sound:
        rendered["user-mapping.xml"] = b"".join(render_mapping(compilation.lab, SEED)).decode()
        name = "config.yaml" if isinstance(read, Diagram) else "written.yaml"
        rendered[name] = render_config(compilation.lab)
    return rendered


def _render_problems(source: Path, problems: tuple[Problem, ...]) -> str:
    return "".join(format_problem(source.name, problem) + "\n" for problem in problems)


def _list_cases() -> list[Path]:
    folders = sorted(path for path in GOLDEN.iterdir() if path.is_dir())
    return [path / "diagram.json" if (path / "diagram.json").exists() else path / "config.yaml" for path in folders]


@pytest.mark.parametrize("source", _list_cases(), ids=lambda path: path.parent.name)
def test_a_golden_lab_comes_out_as_it_did(source: Path) -> None:
    rendered = _render_all(source)

    for name, text in rendered.items():
        target = source.parent / name
        if os.environ.get("LABMAPPER_ACCEPT"):
            target.write_bytes(text.encode())
        assert text.encode() == (target.read_bytes() if target.exists() else b""), f"{target} differs"
    leftover = {path.name for path in source.parent.iterdir()} - {source.name, *rendered}
    assert not leftover
