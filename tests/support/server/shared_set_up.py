"""What every app in this process has in common is made once: a test run makes some thousands of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache
from werkzeug.routing import Rule

from labmapper.persistence.accounts import users
from labmapper.persistence.database.connection import db
from support.server.launcher import QUICK_HASH

# What a rule has once it is compiled.
_COMPILED = ("arguments", "_build", "_build_unknown", "_converters", "_parts", "_trace")
# The SQL of each statement, by the kind of database.
_STATEMENTS: LRUCache[Any, Any] = LRUCache(2000)


@contextmanager
def keep_rules() -> Iterator[None]:
    """Let equal rules share what is compiled of them: compiling is nine tenths of making an app."""
    kept: dict[tuple[object, ...], dict[str, Any]] = {}
    compile_rule = Rule.compile

    def find_or_compile(rule: Rule) -> None:
        converters = tuple(rule.map.converters.items())
        key = (rule.rule, rule.subdomain, rule.host, repr(rule.defaults), rule.merge_slashes, *converters)
        if key not in kept:
            compile_rule(rule)
            kept[key] = {name: getattr(rule, name) for name in _COMPILED}
        for name, value in kept[key].items():
            setattr(rule, name, value.__func__.__get__(rule) if name.startswith("_build") else value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "compile", find_or_compile)
        yield


@contextmanager
def keep_statements() -> Iterator[None]:
    """Let equal statements of all databases of a kind share the SQL that is made of them: each app has an engine of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in (SQLiteDialect_pysqlite, PGDialect_psycopg2):
            patch.setattr(kind, "__eq__", lambda one, other: type(one) is type(other))
            patch.setattr(kind, "__hash__", lambda one: hash(type(one)))
        yield


@contextmanager
def hash_quickly() -> Iterator[None]:
    """Let passwords be hashed as the launcher has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(users, "HASH_METHOD", QUICK_HASH)
        yield


def share_statements(app: Flask) -> None:
    """Let *app* find the SQL of statements that others have made."""
    with app.app_context():
        db.engine._compiled_cache = _STATEMENTS


def share_templates(app: Flask, directory: Path) -> None:
    """Let *app* find compiled templates in *directory*, and leave there what it compiles."""
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(directory))


def spare_the_disk(app: Flask) -> None:
    """Let SQLite not wait for the disk in *app*: what the tests store need not outlive the machine."""

    def hurry(connection: SqliteConnection, _record: object) -> None:
        connection.execute("PRAGMA synchronous = OFF")

    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", hurry)
