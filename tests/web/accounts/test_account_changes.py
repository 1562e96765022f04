"""What is done to an account stands in the log, with who did it and no secret; what was refused is no change."""

import json
import logging

import pytest
from flask import Flask

from labmapper.web.accounts.account_changes import CHANGES
from labmapper.web.server.logs import JsonFormatter
from support.server.people import PASSWORD, Browser

NEW = "another horse battery"


def read_changes(caplog: pytest.LogCaptureFixture) -> list[tuple[object, object]]:
    records = [each for each in caplog.records if each.name == "labmapper.security"]
    assert not any(secret in JsonFormatter().format(each) for each in records for secret in (PASSWORD, NEW))
    events = [json.loads(JsonFormatter().format(each)) for each in records]
    return [(each["event"], each["account"]) for each in events if each["event"] in CHANGES.values()]


def test_every_change_is_one_of_a_route(app: Flask) -> None:
    writes = {
        rule.endpoint for rule in app.url_map.iter_rules() if (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}
    }

    assert set(CHANGES) <= writes


def test_an_account_leaves_its_life_in_the_log(nobody: Browser, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "labmapper.security"):
        nobody.register("Alice")
        token = nobody.post("/api/v1/tokens", json={"name": "backup", "password": PASSWORD}).get_json()
        nobody.delete(f"/api/v1/tokens/{token['id']}")
        nobody.put("/api/v1/account/password", json={"current": PASSWORD, "new": NEW})
        nobody.post("/account/log-ins/end-others")
        nobody.post("/logout")
        nobody.log_in("Alice", NEW)
        nobody.delete("/api/v1/account", json={"password": NEW})

    assert read_changes(caplog) == [
        ("registered", "Alice"),
        ("token-made", "Alice"),
        ("token-revoked", "Alice"),
        ("password-changed", "Alice"),
        ("log-ins-ended", "Alice"),
        ("log-out", "Alice"),
        ("account-deleted", "Alice"),
    ]


def test_a_change_that_was_refused_is_none(alice: Browser, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "labmapper.security"):
        alice.put("/api/v1/account/password", json={"current": "wrong", "new": NEW})
        alice.post("/account/delete", data={"delete-password": "wrong"})
        alice.get("/account")

    assert read_changes(caplog) == []
