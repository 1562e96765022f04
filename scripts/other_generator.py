"""Lets openapi-generator check the document of the API, make a client for Python, and do a class with that, through a real server.

It is not part of the tests: it brings a Java of its own, and takes half a minute (docs/decisions/0030).
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from support.labs.drawings import CONFIG
from support.server.server import run_server

TOOLS = Path("build/generators/bin").absolute()
GENERATOR = TOOLS / "openapi-generator-cli"
ACCOUNT = ("alice", "--password", "four random words 4")
# Run by the environment that has what the client needs: a lab comes in, is saved, generated, and its mapping read.
CLASS = """
import sys
import openapi_client as client

address, secret, lab = sys.argv[1:]
with client.ApiClient(client.Configuration(host=address, access_token=secret)) as api:
    imported = client.ImportsApi(api).import_file(body=open(lab, "rb").read())
    saved = client.DiagramsApi(api).create_diagram(client.NewDiagram(diagram=imported.diagram))
    mapping = client.MappingsApi(api).create_mapping(saved.id, body={})
    xml = bytes(client.MappingsApi(api).download_mapping(saved.id, mapping.id))
    people = bytes(client.PasswordsApi(api).list_mapping_credentials(saved.id, mapping.id))
    assert len(xml) == mapping.size and xml.rstrip().endswith(b"</user-mapping>")
    assert len(people.splitlines()) == mapping.users + 1
    client.DiagramsApi(api).delete_diagram(saved.id)
    assert client.DiagramsApi(api).list_diagrams().diagrams == []
print(f"A client of openapi-generator did a class: {mapping.users} users, {mapping.size} bytes.")
"""


def call(*command: str | Path, **options: str) -> str:
    """Run *command*, and return what it says. Raises CalledProcessError where it fails, after what it said."""
    run = subprocess.run(command, text=True, capture_output=True, check=False, env=os.environ | options)
    if run.returncode:
        print(run.stdout[-4000:], run.stderr[-4000:], sep="\n", file=sys.stderr)
        run.check_returncode()
    return run.stdout


def main() -> None:
    """Check, generate, and do the class."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["LABMAPPER_DATA_DIR"] = str(folder / "data")
        labmapper = (sys.executable, "-m", "labmapper")
        call(*labmapper, "user", "create", *ACCOUNT)
        secret = call(*labmapper, "token", "create", "alice", "--name", "class").strip()
        (folder / "config.yaml").write_bytes(CONFIG)
        with run_server(folder) as address:
            with urlopen(f"{address}/api/v1/openapi.json") as answer:  # noqa: S310 - the server that was just started
                (folder / "openapi.json").write_bytes(answer.read())
            print(call(GENERATOR, "validate", "-i", folder / "openapi.json").strip())
            call(GENERATOR, "generate", "-g", "python", "-i", folder / "openapi.json", "-o", folder / "client")
            given = (address, secret, folder / "config.yaml")
            print(call(TOOLS / "python", "-c", CLASS, *given, PYTHONPATH=str(folder / "client")).strip())


if __name__ == "__main__":
    main()
