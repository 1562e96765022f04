"""What every app in this process has in common is made once: a test run makes some thousands of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event
from werkzeug.routing import Rule

from labmapper.persistence import users
from labmapper.persistence.database.connection import db
from support.server.launcher import QUICK_HASH

Builder = Callable[..., Any]


@contextmanager
def keep_builders() -> Iterator[None]:
    """Let equal rules share the code that builds their addresses: compiling it is nine tenths of making an app."""
    builders: dict[tuple[object, ...], Builder] = {}
    compile_builder = Rule._compile_builder

    def find_or_compile(rule: Rule, append_unknown: bool = True) -> Builder:
        converters = tuple((name, type(each)) for name, each in rule._converters.items())
        key = (append_unknown, rule.rule, rule.subdomain, rule.host, repr(rule.defaults), *rule._trace, *converters)
        if key not in builders:
            builders[key] = compile_builder(rule, append_unknown)
        return builders[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", find_or_compile)
        yield


@contextmanager
def hash_quickly() -> Iterator[None]:
    """Let passwords be hashed as the launcher has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(users, "HASH_METHOD", QUICK_HASH)
        yield


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
