"""Every route of the API against its description, with requests that nobody thought of: sound ones and broken ones."""

import os
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import product
from typing import Any

import pytest
import schemathesis
from flask import Flask, jsonify
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.config import SchemathesisConfig

from labmapper.config import Config
from support.labs.drawings import draw_lab
from support.server.people import Browser
from support.server.soak import IS_SOAK

pytestmark = pytest.mark.long

# Of each kind for each route; `make fuzz` asks for more.
EXAMPLES = int(os.environ.get("LABMAPPER_TEST_EXAMPLES", "3"))
# The requests are the same for all: usually each kind of people and each database meets them once, and in `make fuzz` each pair.
PAIRS = (
    list(product(("person", "guest"), ("sqlite", "postgres")))
    if IS_SOAK or "LABMAPPER_TEST_EXAMPLES" in os.environ
    else [("person", "postgres"), ("guest", "sqlite")]
)
# JSON Schema cannot say that a cable ends at a node which is there, or what a cursor is: sound requests may be refused.
# A body that is far too large is refused as such before it is looked at.
SETTINGS = {
    "checks": {
        "positive_data_acceptance": {"enabled": False},
        "negative_data_rejection": {"expected-statuses": [400, 401, 404, 409, 413, 415, 422, 428, 429]},
    },
}
# Whoever asked for this is nobody to the routes that come after it.
LOGS_OUT = "POST /api/v1/account/end-sessions"
LIMITS = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who asks, with what they send along."""

    browser: Browser
    headers: dict[str, str]

    def make_things(self) -> dict[str, Any]:
        """Return the places of things that are there."""
        diagram = self.browser.create_diagram(draw_lab())
        mapping = self.browser.post(f"/api/v1/diagrams/{diagram}/mappings", json={}).get_json()["id"]
        return {"diagram_id": diagram, "mapping_id": mapping, "number": 1}


@pytest.fixture
def config(config: Config) -> Config:
    """Return settings that let one person ask as often as a thousand."""
    return replace(config, heavy_per_minute=1_000_000, uploads_per_minute=1_000_000, guests_per_hour=1_000_000)


@pytest.fixture(autouse=True)
def _sent_from_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forms of more than 500 KB be sent from memory: werkzeug's client puts them into a file that nobody closes."""
    monkeypatch.setattr("werkzeug.test.TemporaryFile", lambda _mode: BytesIO())


@pytest.fixture
def role(request: pytest.FixtureRequest, app: Flask) -> Role:
    browser = Browser(app.test_client())
    if request.param == "person":
        browser.enter("Alice")
    else:
        browser.create_diagram(draw_lab())
    cookie = browser.client.get_cookie("labmapper")
    assert cookie is not None
    return Role(browser, {"X-CSRFToken": browser.read_token(), "Cookie": f"labmapper={cookie.value}"})


def attack(role: Role, app: Flask, only: str = "") -> int:
    """Send requests of both kinds to every route but the one that logs out, or to *only* one, and return how many.

    Fail on an answer that is not described.
    """
    load_all_checks()
    config = SchemathesisConfig.from_dict(SETTINGS)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app, config=config)
    operations: list[Any] = [result.ok() for result in schema.get_all_operations()]  # type: ignore[union-attr]
    return sum(
        ask(role, operation, mode)
        for operation in operations
        for mode in GenerationMode
        if (operation.label == only if only else operation.label != LOGS_OUT)
        and (mode is GenerationMode.POSITIVE or can_be_wrong(operation))
    )


def can_be_wrong(operation: Any) -> bool:
    """Return whether there is a request that is not as *operation* is described; a file may be anything."""
    return any(operation.iter_parameters()) or any(body.media_type == "application/json" for body in operation.body)


def ask(role: Role, operation: Any, mode: GenerationMode) -> int:
    """Send requests of one kind to one route and return how many; sound ones go to things that are there."""
    things = role.make_things() if mode is GenerationMode.POSITIVE else {}
    sent = 0

    def send(case: Case[Any]) -> None:
        nonlocal sent
        sent += 1
        case.path_parameters.update({name: things[name] for name in things.keys() & case.path_parameters.keys()})
        case.call_and_validate(headers=role.headers)

    LIMITS(given(case=operation.as_strategy(generation_mode=mode))(send))()
    return sent


@pytest.mark.parametrize(("role", "database_url"), PAIRS, indirect=True)
def test_the_api_answers_as_it_is_described(role: Role, app: Flask) -> None:
    assert attack(role, app) > 20 * EXAMPLES
    assert attack(role, app, LOGS_OUT) > 0


# Whether an answer is as described depends neither on who asks nor on the database.
@pytest.mark.parametrize(("role", "database_url"), [("person", "sqlite")], indirect=True)
@pytest.mark.parametrize("wrong", [{"diagrams": []}, {"diagrams": [], "next": 1}, {"diagrams": [{}], "next": None}])
def test_an_answer_that_is_not_as_described_is_found(
    role: Role, app: Flask, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    monkeypatch.setitem(app.view_functions, "api.diagrams.list_diagrams", lambda: jsonify(wrong))

    with pytest.raises(BaseExceptionGroup, match="Response violates schema"):
        attack(role, app, "GET /api/v1/diagrams")
