"""Whether the server works, for those who watch it."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from labmapper.persistence.database.connection import db

health = Blueprint("health", __name__)


@health.get("/healthz")
def check_health() -> ResponseReturnValue:
    """Say ok, once the database has answered."""
    db.session.execute(text("SELECT 1"))
    return jsonify(status="ok")
