"""The Dockerfile and docker-compose.yml, piece by piece: there is no container engine where the tests run."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from labmapper.cli import main
from labmapper.config import PREFIX, SETTINGS, load_config
from labmapper.persistence.sealing.encryption import parse_keys
from support.server.server import run_server

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return parsed


def list_copied() -> list[str]:
    """Return what the Dockerfile copies from the repository."""
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    return [name for line in lines for name in line.split()]


def read_json_instruction(name: str) -> list[str]:
    found = re.search(rf"^(?:HEALTHCHECK (?:.*\\\n\s+)?)?{name} (\[.+\])$", DOCKERFILE, re.MULTILINE)
    assert found is not None, name
    command: list[str] = json.loads(found[1])
    return command


def test_everything_the_image_copies_is_here_and_let_in() -> None:
    let_in = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[0] == "!"}

    assert set(list_copied()) == let_in
    assert all((ROOT / name).exists() for name in let_in)


def test_the_image_installs_from_what_it_copies(tmp_path: Path) -> None:
    for name in list_copied():
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)

    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=tmp_path, check=True)


def test_every_variable_is_a_setting(compose: dict[str, Any]) -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", DOCKERFILE))
    for service in compose["services"].values():
        named |= {name for name in service["environment"] if name.startswith(PREFIX)}

    assert named
    assert {name.removeprefix(PREFIX) for name in named} <= set(SETTINGS)


@pytest.mark.parametrize("service", ["web", "migrate"])
def test_every_command_is_one_of_ours(compose: dict[str, Any], service: str) -> None:
    assert read_json_instruction("ENTRYPOINT") == ["labmapper"]
    command = compose["services"][service].get("command", ["serve"])

    assert CliRunner().invoke(main, [*command, "--help"]).exit_code == 0


def test_the_image_runs_as_a_plain_user() -> None:
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE) == ["labmapper"]
    assert DOCKERFILE.index("USER labmapper") < DOCKERFILE.index("ENTRYPOINT")


def test_every_secret_that_is_used_is_a_file_that_is_made(compose: dict[str, Any], tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "make_secrets.py"
    script.parent.mkdir()
    shutil.copy(ROOT / "scripts" / "make_secrets.py", script)
    subprocess.run([sys.executable, str(script)], check=True)
    made = {f"secrets/{path.name}" for path in (tmp_path / "secrets").iterdir()}

    assert {secret["file"] for secret in compose["secrets"].values()} == made
    for service in compose["services"].values():
        assert set(service["secrets"]) <= set(compose["secrets"])
        files = {value for value in service["environment"].values() if value.startswith("/run/secrets/")}
        assert files == {f"/run/secrets/{name}" for name in service["secrets"]}


def test_the_secrets_that_are_made_are_settings_that_work(compose: dict[str, Any], tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "make_secrets.py"
    script.parent.mkdir()
    shutil.copy(ROOT / "scripts" / "make_secrets.py", script)
    for _ in range(2):
        subprocess.run([sys.executable, str(script)], check=True)
    secrets = tmp_path / "secrets"
    environment = compose["services"]["web"]["environment"]

    config = load_config({key: value.replace("/run/secrets", str(secrets)) for key, value in environment.items()})

    assert (secrets / "database_password").read_text().strip() in config.database_url
    assert "@database/" in config.database_url
    assert len(parse_keys(config.encryption_keys or "")) == 1
    assert secrets.stat().st_mode & 0o777 == 0o700


def test_the_health_check_tells_a_well_server_from_a_sick_one(tmp_path: Path) -> None:
    program, flag, code = read_json_instruction("CMD")
    assert (program, flag) == ("python", "-c")

    with run_server(tmp_path) as address:
        code = code.replace("http://127.0.0.1:8000", address)
        answers = [
            subprocess.run([sys.executable, "-c", each], check=False, capture_output=True).returncode
            for each in (code, code.replace("/healthz", "/nowhere"))
        ]

    assert answers == [0, 1]
