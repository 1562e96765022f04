"""What a server removes by itself, and when it rather asks first."""

import logging
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import DiagramRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import read_clock
from labmapper.web.server.upkeep import PATIENCE, remove_expired
from labmapper.web.services import get_store
from support.labs.drawings import draw_lab

GUEST = Owner(guest="g" * 43)


def fill(app: Flask, count: int) -> None:
    """Keep *count* diagrams of a guest, the last of which is a year old."""
    diagram, _ = parse_diagram(draw_lab())
    assert diagram is not None
    with app.app_context():
        for _ in range(count):
            Diagrams(get_store()).create(GUEST, diagram, bytes(32))
        db.session.execute(update(DiagramRow).values(updated_at=read_clock() - timedelta(days=365)))
        db.session.commit()


def count_kept(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(DiagramRow)) or 0


def test_a_few_that_have_expired_are_removed_at_once(app: Flask) -> None:
    fill(app, 3)

    assert remove_expired(app, 0)

    assert count_kept(app) == 0


def test_more_than_a_tenth_stays_for_a_day_in_which_the_clock_can_be_looked_at(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    fill(app, 21)

    with caplog.at_level(logging.WARNING, "labmapper.upkeep"):
        assert not remove_expired(app, PATIENCE - 1)

    assert count_kept(app) == 21
    assert [record.__dict__["event"] for record in caplog.records] == ["purge-held"]


def test_after_that_day_it_goes(app: Flask) -> None:
    fill(app, 21)

    assert remove_expired(app, PATIENCE)

    assert count_kept(app) == 0
