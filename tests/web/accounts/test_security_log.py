"""What concerns security has lines of its own in the log, with an event, an address and an account, and no secret."""

import json
import logging
import re
from pathlib import Path

import pytest

from labmapper.web.server.logs import JsonFormatter
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser

GUIDE = Path(__file__).parents[3] / "docs" / "operations.md"


def read_events(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [
        json.loads(JsonFormatter().format(record)) for record in caplog.records if record.name == "labmapper.security"
    ]


def test_who_logs_in_is_noted(nobody: Browser, caplog: pytest.LogCaptureFixture) -> None:
    nobody.register("Alice")
    nobody.post("/logout")

    with caplog.at_level(logging.INFO, "labmapper.security"):
        nobody.log_in("Alice")

    (event,) = read_events(caplog)
    assert (event["event"], event["level"], event["account"]) == ("log-in", "INFO", "Alice")
    assert event["address"] == "127.0.0.1"
    assert PASSWORD not in json.dumps(event)


def test_a_wrong_password_is_a_warning_with_the_address_and_what_was_typed_nowhere(
    alice: Browser, nobody: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    nobody.log_in("Alice", "typed-secret")
    nobody.log_in("typed-in-the-wrong-field", "x")

    known, unknown = read_events(caplog)
    assert (known["event"], known["account"], known["address"]) == ("log-in-failed", "alice", "127.0.0.1")
    assert (unknown["event"], unknown["account"]) == ("log-in-failed", None)
    assert "typed" not in json.dumps([known, unknown])


@pytest.mark.parametrize(
    ("come_from", "banned"), [("203.0.113.7", "203.0.113.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64")]
)
def test_the_pattern_of_the_documentation_finds_who_guesses(
    nobody: Browser, caplog: pytest.LogCaptureFixture, come_from: str, banned: str
) -> None:
    pattern = re.search(r"^failregex = (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert pattern is not None
    subnet = r"(?P<subnet>[0-9a-f.:]+(?:/\d+)?)"  # as fail2ban understands its name for it

    nobody.post("/login", data={"username": "Alice", "password": "x"}, environ_base={"REMOTE_ADDR": come_from})
    nobody.get("/api/v1/diagrams", headers={"Authorization": "Bearer x"}, environ_base={"REMOTE_ADDR": come_from})

    lines = [JsonFormatter().format(each) for each in caplog.records if each.name == "labmapper.security"]
    found = [re.search(pattern[1].replace("<SUBNET>", subnet), line) for line in lines]
    assert [each and each["subnet"] for each in found] == [banned, banned]


def test_the_use_of_a_token_is_noted_and_a_wrong_one_is_refused(
    alice: Browser, nobody: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    made = alice.post("/api/v1/tokens", json={"name": "backup", "password": PASSWORD}).get_json()
    caplog.clear()

    with caplog.at_level(logging.INFO, "labmapper.security"):
        for secret in (made["token"], "labmapper_nobodys"):
            nobody.get("/api/v1/diagrams", headers={"Authorization": f"Bearer {secret}"})

    used, refused = read_events(caplog)
    assert (used["event"], used["account"], used["route"]) == ("token-used", "Alice", "/api/v1/diagrams")
    assert (refused["event"], refused["code"], refused["level"]) == ("token-refused", "bad-token", "WARNING")
    assert made["token"] not in caplog.text


def test_a_forged_write_is_noted(alice: Browser, caplog: pytest.LogCaptureFixture) -> None:
    alice.client.post("/api/v1/diagrams", json={"diagram": draw_lab()})

    (event,) = read_events(caplog)
    assert (event["event"], event["code"]) == ("write-refused", "csrf")


def test_a_limit_that_is_hit_is_noted(guest: Browser, caplog: pytest.LogCaptureFixture) -> None:
    guest.post("/convert", data={"text": "x" * (4 * 1024 * 1024)})

    (event,) = read_events(caplog)
    assert (event["event"], event["code"], event["route"]) == ("limit-hit", "too-large", "/convert")


def test_what_is_merely_missing_is_no_event(alice: Browser, caplog: pytest.LogCaptureFixture) -> None:
    alice.get("/api/v1/diagrams/nothing")

    assert read_events(caplog) == []
