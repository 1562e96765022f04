"""The unit in docs/operations.md, piece by piece: there is no systemd where the tests run. The page says what was tried whole."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from labmapper.cli import main
from labmapper.config import PREFIX, Config, count_threads_aside, load_config
from labmapper.web.server.gunicorn_server import GRACE

GUIDE = Path(__file__).parents[2] / "docs" / "operations.md"


@pytest.fixture(scope="module")
def unit() -> ConfigParser:
    found = re.search(
        r"```ini\n# /etc/systemd/system/labmapper\.service\n(.+?)```", GUIDE.read_text("utf-8"), re.DOTALL
    )
    assert found is not None
    parsed = ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign] # as its documentation says
    parsed.read_string(found[1])
    return parsed


@pytest.fixture(scope="module")
def config(unit: ConfigParser) -> Config:
    """Return the settings that the unit gives the server."""
    return load_config(dict(each.split("=", 1) for each in unit["Service"]["Environment"].split()))


def test_what_it_starts_is_a_command_of_ours_with_settings_that_work(unit: ConfigParser, config: Config) -> None:
    program, command = unit["Service"]["ExecStart"].split()

    assert Path(program).name == "labmapper"
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0
    assert all(each.startswith(PREFIX) for each in unit["Service"]["Environment"].split())
    assert config.is_behind_tls


def test_the_server_has_the_time_and_the_threads_that_it_needs(unit: ConfigParser, config: Config) -> None:
    service = unit["Service"]
    threads = config.threads + 2 * count_threads_aside(config.threads)
    of_each_process = threads + 4  # the first one, upkeep, and what gunicorn and the metrics may add

    assert int(service["TimeoutStopSec"]) > GRACE + config.drain_seconds
    assert service["KillMode"] == "mixed"
    assert int(service["TasksMax"]) > 1 + 2 * config.workers * of_each_process


def test_it_writes_where_the_unit_lets_it(unit: ConfigParser, config: Config) -> None:
    service = unit["Service"]

    assert service["ProtectSystem"] == "strict"
    assert config.data_directory == Path("/var/lib", service["StateDirectory"])
    assert service["StateDirectoryMode"] == "0700"
    assert {"AF_INET", "AF_INET6", "AF_UNIX"} == set(
        service["RestrictAddressFamilies"].split()
    )  # processes pass on connections


def test_the_server_may_do_what_it_does_and_no_more(unit: ConfigParser) -> None:
    service = unit["Service"]

    # Also the calls by which processes that compute give way to others, which a stricter list leaves out.
    assert service["SystemCallFilter"] == "@system-service"
    assert service["CapabilityBoundingSet"] == ""
    assert service["UMask"] == "0077"
    confined = ["NoNewPrivileges", "PrivateUsers", "RestrictNamespaces", "RestrictSUIDSGID", "MemoryDenyWriteExecute"]
    assert {service[each] for each in confined} == {"yes"}
