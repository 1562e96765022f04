"""The list of all routes, and their registration on the app: pages, API, static files, health."""

from flask import Blueprint, Flask
from werkzeug.routing import BaseConverter

from labmapper.config import Config
from labmapper.web.accounts.account_changes import init_account_changes
from labmapper.web.accounts.identity import login_manager
from labmapper.web.accounts.rates import init_rates
from labmapper.web.accounts.session_cookies import SessionCookies
from labmapper.web.api.account import api as account_api
from labmapper.web.api.arrangements import api as arrangements_api
from labmapper.web.api.diagrams import api as diagrams_api
from labmapper.web.api.exports import api as exports_api
from labmapper.web.api.imports import api as imports_api
from labmapper.web.api.lab_files import api as lab_files_api
from labmapper.web.api.mappings import api as mappings_api
from labmapper.web.api.openapi.document import api as openapi_api
from labmapper.web.api.passwords import api as passwords_api
from labmapper.web.api.pictures import api as pictures_api
from labmapper.web.api.previews import api as previews_api
from labmapper.web.api.revisions import api as revisions_api
from labmapper.web.api.tokens import api as tokens_api
from labmapper.web.api.updates import api as updates_api
from labmapper.web.errors import init_errors
from labmapper.web.formatting import init_formatting
from labmapper.web.language.choice import init_language
from labmapper.web.markup_cache import init_markup_cache
from labmapper.web.pages.account import account
from labmapper.web.pages.convert import convert
from labmapper.web.pages.diagrams import diagrams
from labmapper.web.pages.editor import editor
from labmapper.web.pages.hand_out import hand_out
from labmapper.web.pages.history import history
from labmapper.web.pages.logging_in import logging_in
from labmapper.web.security import init_security
from labmapper.web.server.costly_requests import init_costly_requests
from labmapper.web.server.health import init_health
from labmapper.web.server.heavy_requests import init_heavy_requests, init_refusals
from labmapper.web.server.logs import init_logs
from labmapper.web.server.metrics import init_metrics
from labmapper.web.server.request_ids import init_request_ids
from labmapper.web.static_files.assets import get_assets
from labmapper.web.static_files.delivery import send_static

PAGES = (account, convert, diagrams, editor, hand_out, history, logging_in)
API = (
    account_api,
    arrangements_api,
    diagrams_api,
    exports_api,
    imports_api,
    lab_files_api,
    mappings_api,
    openapi_api,
    passwords_api,
    pictures_api,
    previews_api,
    revisions_api,
    tokens_api,
    updates_api,
)


class TokenConverter(BaseConverter):
    """An id in an address, as ``make_token`` makes them: what cannot be one is not even looked up."""

    regex = r"[A-Za-z0-9_-]{1,64}"


def init_web(app: Flask, config: Config) -> None:
    """Let *app* answer HTTP."""
    init_request_ids(app, config)
    init_logs(app)
    init_metrics(app, config)
    init_language(app, config)
    login_manager.init_app(app)
    init_errors(app)
    init_refusals(app)
    init_security(app, config)
    init_account_changes(app)
    init_rates(app, config)
    init_costly_requests(app)
    init_heavy_requests(app, config)
    init_formatting(app)
    init_markup_cache(app)
    app.session_interface = SessionCookies()
    init_health(app, config)
    _add_routes(app, config)


def _add_routes(app: Flask, config: Config) -> None:
    app.url_map.converters["token"] = TokenConverter
    app.add_url_rule(f"/static/{get_assets(config).key}/<path:filename>", "static", send_static)
    for page in PAGES:
        app.register_blueprint(page)
    api = Blueprint("api", __name__, url_prefix="/api/v1")
    for part in API:
        api.register_blueprint(part)
    app.register_blueprint(api)
