"""A client that openapi-python-client makes of the document does a whole class through a server, with a token of the command line."""

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from support.labs.drawings import CONFIG
from support.server.command_line import run
from support.server.server import run_server

PACKAGE = "labmapper_client_of_the_tests"
# What it takes for a file without being told is octets only. Without ruff after it, it writes "1and".
SETTINGS = f"""\
post_hooks: ["{Path(sys.executable).with_name("ruff")} format --isolated ."]
content_type_overrides:
  application/xml: application/octet-stream
  application/zip: application/octet-stream
  image/jpeg: application/octet-stream
  image/png: application/octet-stream
  image/svg+xml: application/octet-stream
  text/csv: application/octet-stream
"""


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield the address of a server with the account of Alice."""
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("LABMAPPER_DATABASE_URL", raising=False)
    assert run("user", "create", "alice", "--password", "four random words 4").exit_code == 0
    with run_server(tmp_path) as running:
        yield running


@pytest.fixture
def generated(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of the package of the client."""
    with urlopen(f"{address}/api/v1/openapi.json") as answer:
        (tmp_path / "openapi.json").write_bytes(answer.read())
    (tmp_path / "settings.yml").write_text(SETTINGS)
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--fail-on-warning"]
    places = ["--path", "openapi.json", "--config", "settings.yml", "--output-path", PACKAGE]
    made = subprocess.run([*command, *places], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    monkeypatch.syspath_prepend(str(tmp_path))
    return PACKAGE


def test_a_generated_client_does_a_whole_class(generated: str, address: str) -> None:
    secret = run("token", "create", "alice", "--name", "class").output.strip()
    models, types = import_module(f"{generated}.models"), import_module(f"{generated}.types")
    clients = import_module(f"{generated}.client")
    client = clients.AuthenticatedClient(base_url=address, token=secret)

    def call(subject: str, name: str, *places: str, **given: Any) -> Any:
        route = import_module(f"{generated}.api.{subject}.{name}")
        answer = route.sync_detailed(*places, client=client, **given)
        assert answer.status_code in {HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT}, answer.content
        return answer.parsed

    def read_people(file: Any) -> dict[str, str]:
        rows = csv.DictReader(io.StringIO(file.payload.read().decode()))
        return {row["username"]: row["password"] for row in rows}

    listing = import_module(f"{generated}.api.diagrams.list_diagrams")
    with clients.Client(base_url=address) as stranger:
        refused = listing.sync_detailed(client=stranger)
    assert (refused.status_code, refused.parsed.error.code) == (HTTPStatus.UNAUTHORIZED, "token-missing")

    imported = call("imports", "import_file", body=types.File(payload=io.BytesIO(CONFIG)))
    made = call("diagrams", "create_diagram", body=models.NewDiagram(diagram=imported.diagram), idempotency_key="one")
    again = call("diagrams", "create_diagram", body=models.NewDiagram(diagram=imported.diagram), idempotency_key="one")
    assert (imported.format_, imported.problems, again.id) == ("config", [], made.id)

    mapping = call("mappings", "create_mapping", made.id, body=models.Nothing(), idempotency_key="first")
    people = read_people(call("passwords", "list_mapping_credentials", made.id, mapping.id))
    xml = call("mappings", "download_mapping", made.id, mapping.id).payload.read()
    assert (mapping.users, len(people), len(xml)) == (2, 2, mapping.size)
    assert all(f'username="{name}" password="{password}"'.encode() in xml for name, password in people.items())

    group = next(node.id for node in imported.diagram.nodes if type(node).__name__ == "Users")
    rotated = call("passwords", "rotate_passwords", made.id, body=models.Rotation(group=group))
    saved = call(
        "diagrams",
        "save_diagram",
        made.id,
        body=models.NewDiagram(diagram=call("diagrams", "load_diagram", made.id).diagram),
        if_match=f'"{rotated.revision}"',
    )
    later = read_people(call("passwords", "list_credentials", made.id))
    changes = call(
        "mappings", "compare_mapping", made.id, call("mappings", "create_mapping", made.id, body=models.Nothing()).id
    )
    assert (saved.revision, later.keys()) == (3, people.keys())
    assert all(later[name] != people[name] for name in people)
    assert changes.changes

    config = call("exports", "export_diagram", made.id, models.ExportDiagramFormatName("config"))
    archive = call("diagrams", "export_all")
    assert b"username_prefix" in config.payload.read()
    assert archive.payload.read()[:2] == b"PK"
    call("diagrams", "delete_diagram", made.id)
    assert call("diagrams", "list_diagrams").diagrams == []
    client.get_httpx_client().close()
