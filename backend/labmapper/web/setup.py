"""Hangs everything that answers HTTP on the app: the visible list of its parts."""

from importlib import import_module

from flask import Flask

from labmapper.config import Config
from labmapper.web.accounts.identity import login_manager
from labmapper.web.api.blueprint import api
from labmapper.web.converters import TokenConverter
from labmapper.web.errors import init_errors
from labmapper.web.formatting import init_formatting
from labmapper.web.pages.account import account
from labmapper.web.pages.accounts import accounts
from labmapper.web.pages.convert import convert
from labmapper.web.pages.diagrams import diagrams
from labmapper.web.pages.editor import editor
from labmapper.web.pages.health import health
from labmapper.web.pages.history import history
from labmapper.web.security.protection import init_security
from labmapper.web.server.logs import init_logs
from labmapper.web.static_files.delivery import init_static_files

_API = (
    "account",
    "arrangements",
    "comparisons",
    "diagrams",
    "exports",
    "imports",
    "mappings",
    "openapi",
    "previews",
    "revisions",
    "session",
    "tokens",
)
_PAGES = (account, accounts, convert, diagrams, editor, health, history)


def init_web(app: Flask, config: Config) -> None:
    """Let *app* answer HTTP."""
    app.url_map.converters["token"] = TokenConverter
    init_logs(app)
    login_manager.init_app(app)
    init_errors(app)
    init_security(app, config)
    init_formatting(app)
    init_static_files(app)
    for name in _API:
        import_module(f"labmapper.web.api.{name}")  # each adds its routes to the blueprint
    for blueprint in (*_PAGES, api):
        app.register_blueprint(blueprint)
