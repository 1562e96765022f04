"""The types that tsc holds the editor's code against are those of the API."""

import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from labmapper.formats import registry

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "api_types.py"))


def test_the_types_are_up_to_date() -> None:
    written = SCRIPT["TARGET"].read_text(encoding="utf-8")

    assert written == SCRIPT["render_types"](), "run: make api-types"


def test_another_format_changes_no_type(monkeypatch: pytest.MonkeyPatch) -> None:
    before = SCRIPT["render_types"]()
    shown = next(iter(registry.list_previewed().values()))
    assert shown.writer
    another = replace(shown, name="another", writer=replace(shown.writer, preview="another"))

    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, another))

    assert "another" in registry.list_previewed()
    assert SCRIPT["render_types"]() == before
