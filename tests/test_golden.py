"""Golden labs: what each drawing and each file means, byte for byte, and what is said about the broken ones.

Each folder of ``golden`` holds a file that is read, a ``diagram.json`` or a ``config.yaml`` for example, and what must
come out of it, by the file names of the formats. The JavaScript tests read the same drawings. For a new format put an
empty file of its name into some folders. ``LABMAPPER_ACCEPT=1 pytest tests/test_golden.py`` rewrites the expectations:
read the diff.
"""

import os
from pathlib import Path

import pytest

from support.labs.drawings import GOLDEN
from support.labs.golden import list_sources, render_all


@pytest.mark.parametrize("source", list_sources(GOLDEN), ids=lambda path: path.parent.name)
def test_a_golden_lab_comes_out_as_it_did(source: Path) -> None:
    rendered = render_all(source)

    for name, data in rendered.items():
        target = source.parent / name
        if os.environ.get("LABMAPPER_ACCEPT"):
            target.write_bytes(data)
        assert data == (target.read_bytes() if target.exists() else b""), f"{target} differs"
    leftover = {path.name for path in source.parent.iterdir()} - {source.name, *rendered}
    assert not leftover
