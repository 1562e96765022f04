"""Removing what has expired by hand, and the question where the clock may be wrong."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from labmapper.app import create_app, prepare
from labmapper.config import load_config
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.connection import dispose
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.web.services import get_store
from support.labs.drawings import draw_lab
from support.server.command_line import run


@pytest.fixture(autouse=True)
def _many_that_are_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep more of a guest's diagrams than go without a question, all a year old."""
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path))
    config = load_config({"LABMAPPER_DATA_DIR": str(tmp_path)})
    prepare(config)
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    app = create_app(config)
    with app.app_context():
        old = replace(get_store(), clock=lambda: datetime.now(UTC) - timedelta(days=365))
        for _ in range(21):
            Diagrams(old).create(Owner(guest="g" * 43), diagram, bytes(32))
    dispose(app)


def test_where_more_than_a_tenth_would_go_it_asks_and_names_the_time() -> None:
    asked = run("purge", data="n\n")

    assert asked.exit_code == 1
    assert f"By the clock it is {datetime.now(UTC):%Y-%m}" in asked.output
    assert "21 diagrams of guests and 0 in the trash have expired, of 21." in asked.output
    assert "Removed" not in asked.output
    assert run("purge", data="y\n").output.endswith("ended log-ins 0.\n")


def test_a_script_says_yes_beforehand() -> None:
    assert run("purge", "--yes").output.startswith("Removed: diagrams of guests 21, ")
    assert run("purge").output.startswith("Removed: diagrams of guests 0, ")
