"""The Dockerfile and docker-compose.yml, piece by piece: there is no container engine where the tests run.

docs/operations.md says what was tried whole.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from labmapper.cli import main
from labmapper.config import PREFIX, SETTINGS, load_config
from labmapper.persistence.sealing.encryption import parse_keys
from labmapper.web.server.gunicorn_server import GRACE
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


@pytest.mark.wheel
def test_the_image_installs_from_what_it_copies(tmp_path: Path) -> None:
    for name in list_copied():
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target, dirs_exist_ok=True) if source.is_dir() else shutil.copy(source, target)

    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=tmp_path, check=True)


def test_every_package_of_the_image_has_the_version_of_the_constraints_and_a_hash() -> None:
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE))
    versions = {re.sub(r"[_.]", "-", name).lower(): version for name, version in pinned.items()}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    for name in ("requirements.txt", "requirements-build.txt"):
        text = (ROOT / "deploy" / name).read_text()
        entries = re.findall(
            r"^([\w.-]+)==([^ ;]+)[^\n]*\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE
        )

        assert len(entries) == len(re.findall("==", re.sub(r";[^\n]*", "", text)))
        on_linux = {entry[0] for entry in entries} & set(versions)
        assert {each: version for each, version, _ in entries if each in on_linux} == {
            each: versions[each] for each in on_linux
        }
        if name == "requirements.txt":
            names = {re.split(r"[>=<;]", each)[0].strip().replace(".", "-") for each in declared}
            assert names <= {entry[0] for entry in entries}


@pytest.mark.long
def test_what_the_image_leaves_out_is_not_needed(tmp_path: Path) -> None:
    names = re.findall(r"^([\w.-]+)==", (ROOT / "deploy" / "requirements.txt").read_text(), re.MULTILINE)
    packages = tmp_path / "packages"
    copied = copy_packages([name for name in names if find_distribution(name)], packages)
    before = measure(packages)

    subprocess.run([ROOT / "deploy" / "slim.sh", packages], check=True)

    assert copied > 25
    assert measure(packages) < 0.95 * before
    script = (
        "import sys; from labmapper.app import create_app; from labmapper.config import load_config;"
        "import labmapper.core.arrangement.tidy, numpy, networkx, cryptography, psycopg2;"
        "numpy.fft.fft([1.0]); numpy.linalg.inv([[1.0]]); networkx.spring_layout(networkx.path_graph(100), seed=1);"
        "client = create_app(load_config(dict(LABMAPPER_DATA_DIR=sys.argv[1]))).test_client();"
        "assert client.get('/login').status_code == 200; assert 'tests' not in sys.modules"
    )
    environment = {**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{ROOT / 'backend'}"}
    command = [sys.executable, "-S", "-c", script, str(tmp_path / "data")]
    subprocess.run(command, env=environment, cwd=tmp_path, check=True)


def find_distribution(name: str) -> metadata.Distribution | None:
    """Return the package *name* as it is installed here; those for other systems are not."""
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def copy_packages(names: list[str], target: Path) -> int:
    """Copy the packages *names*, and nothing else of this environment, to the folder *target*; return how many."""
    for name in names:
        for file in metadata.files(name) or []:
            if not file.parts[0].startswith(".."):
                source = Path(file.locate())
                compiled = Path(cache_from_source(str(source)))
                for each in (source, compiled) if source.suffix == ".py" and compiled.exists() else (source,):
                    place = target / file.parent / each.relative_to(source.parent)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(each, place)  # as old as it is: what is compiled of it is of its age
    return len(names)


def measure(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def test_no_container_may_write_or_do_more_than_it_must(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else []), name
        assert service["security_opt"] == ["no-new-privileges=true"], name
        assert service["mem_limit"], name
        assert service["pids_limit"], name


def test_only_the_proxy_is_reached_from_outside(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert compose["networks"]["back"]["internal"]
    assert services["database"]["networks"] == ["back"]
    assert "back" not in services["proxy"]["networks"]


def test_a_server_has_more_time_to_end_than_it_takes(compose: dict[str, Any]) -> None:
    web = compose["services"]["web"]
    drain = int(web["environment"]["LABMAPPER_DRAIN_SECONDS"])

    assert int(web["stop_grace_period"].removesuffix("s")) > GRACE + drain


def test_whoever_asks_during_a_restart_waits_longer_than_one_may_take(compose: dict[str, Any]) -> None:
    drain = int(compose["services"]["web"]["environment"]["LABMAPPER_DRAIN_SECONDS"])
    started = re.search(r"--start-period=(\d+)s", DOCKERFILE)
    waits = re.search(r"lb_try_duration (\d+)s", (ROOT / "deploy" / "Caddyfile").read_text())

    assert started is not None
    assert waits is not None
    assert int(waits[1]) > drain + int(started[1])


def test_what_people_set_stays_for_the_next_start_and_keeps_no_update_from_its_work(compose: dict[str, Any]) -> None:
    proxy, front = compose["services"]["proxy"], compose["networks"]["front"]

    assert proxy["environment"]["LABMAPPER_ADDRESS"] == "${LABMAPPER_ADDRESS:-localhost}"
    assert front["enable_ipv6"] == "${LABMAPPER_IPV6:-false}"
    assert "echo LABMAPPER_ADDRESS=labmapper.example.org > .env" in (ROOT / "README.md").read_text()
    assert "/.env" in (ROOT / ".gitignore").read_text().splitlines()


def test_every_variable_is_a_setting(compose: dict[str, Any]) -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", DOCKERFILE))
    for service in compose["services"].values():
        named |= {name for name in service.get("environment", {}) if name.startswith(PREFIX)}
    named.remove("LABMAPPER_ADDRESS")  # Caddy's

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


def test_the_image_has_nothing_that_installs_packages_and_building_it_warns_of_nothing() -> None:
    build, image = DOCKERFILE.split("\nFROM ")[-2:]

    assert "pip uninstall --yes --quiet --root-user-action=ignore setuptools wheel pip" in image
    assert "rm -r /usr/local/lib/python3.11/ensurepip" in image
    assert "--without-pip" in build
    assert {"PIP_DISABLE_PIP_VERSION_CHECK=1", "PIP_ROOT_USER_ACTION=ignore"} <= set(build.split())
    assert "--system" not in image  # a user of the system has a number below 1000


def test_every_secret_that_is_used_is_a_file_that_is_made(compose: dict[str, Any], tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "make_secrets.py"
    script.parent.mkdir()
    shutil.copy(ROOT / "scripts" / "make_secrets.py", script)
    subprocess.run([sys.executable, str(script)], check=True)
    made = {f"secrets/{path.name}" for path in (tmp_path / "secrets").iterdir()}

    assert {secret["file"] for secret in compose["secrets"].values()} == made
    for service in (each for each in compose["services"].values() if "secrets" in each):
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
        # A busy machine is not a sick one here.
        code = code.replace("http://127.0.0.1:8000", address).replace("timeout=4", "timeout=300")
        answers = [
            subprocess.run([sys.executable, "-c", each], check=False, capture_output=True).returncode
            for each in (code, code.replace("/healthz", "/nowhere"))
        ]

    assert answers == [0, 1]
