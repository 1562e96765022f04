"""The proxies that the documentation names, before a real server: TLS, HTTP/2, a path of a host, and nothing that is for machines."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.server.proxy import find_free_port
from support.server.server import run_server

ROOT = Path(__file__).parents[2]
NAME = "labmapper.example.org"
PATIENCE = 120

needs_caddy = pytest.mark.skipif(shutil.which("caddy") is None, reason="caddy is not installed; .ci/run installs it")
needs_nginx = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed; .ci/run installs it")


@dataclass(frozen=True, slots=True)
class Answer:
    version: str
    status: int
    headers: dict[str, str]
    body: str


def fetch(port: int, path: str, *options: str) -> Answer:
    """Ask the proxy at *port*, as the host that its certificate is for, with curl."""
    command = ["curl", "--silent", "--insecure", "--include", "--resolve", f"{NAME}:{port}:127.0.0.1", *options]
    said = subprocess.run([*command, f"https://{NAME}:{port}{path}"], capture_output=True, text=True, check=True).stdout
    head, _, body = said.replace("\r\n", "\n").partition("\n\n")
    first, *lines = head.splitlines()
    version, status, *_ = first.split()
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Answer(version, int(status), headers, body)


@contextmanager
def run_program(port: int, *command: str, log: Path) -> Iterator[int]:
    """Yield *port* while the proxy that *command* starts listens there."""
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file)
    try:
        for _ in range(PATIENCE * 10):
            done = subprocess.run(["curl", "--silent", "--insecure", f"https://127.0.0.1:{port}/"], check=False)
            if done.returncode != 7:  # 7: nobody listens
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def run_caddy(folder: Path, upstream: str) -> AbstractContextManager[int]:
    """Run the proxy of docker-compose.yml before *upstream*, with a certificate of its own."""
    port = find_free_port()
    text = (ROOT / "deploy" / "Caddyfile").read_text()
    text = text.replace("{$LABMAPPER_ADDRESS:localhost} {", f"https://{NAME}:{port} {{\n\ttls internal")
    text = text.replace("{$LABMAPPER_UPSTREAM:web:8000}", upstream)
    options = f"admin off\n\tauto_https disable_redirects\n\tstorage file_system {folder}\n\tskip_install_trust"
    (folder / "Caddyfile").write_text(text.replace("skip_install_trust", options))
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    return run_program(port, *command, log=folder / "caddy.log")


def run_nginx(folder: Path, upstream: str, location: str) -> AbstractContextManager[int]:
    """Run nginx as docs/operations.md tells, before *upstream*, with the pages at *location*."""
    port = find_free_port()
    page = (ROOT / "docs" / "operations.md").read_text()
    found = re.search(r"```nginx\n(.+?)```", page, re.DOTALL)
    assert found is not None
    text = found[1].replace("127.0.0.1:8000", upstream).replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl")
    text = text.replace("/etc/ssl/labmapper", str(folder)).replace("location / {", f"location {location} {{")
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*request, *files], check=True, capture_output=True)
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nuser root;\nevents {{}}\n"
    (folder / "nginx.conf").write_text(f"{main}http {{\naccess_log off;\n{places}{text}\n}}\n")
    return run_program(port, "nginx", "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log", log=folder / "log")


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple[Path, ExitStack]]:
    folder = tmp_path / "proxy"
    folder.mkdir()
    with ExitStack() as running:
        yield folder, running


BEHIND = {"LABMAPPER_TLS": "yes", "LABMAPPER_PROXIES": "1"}


def check_proxy(port: int, path: str = "") -> None:
    """Make sure that pages come over HTTP/2 with cookies for TLS, and that what is for machines does not come."""
    page = fetch(port, f"{path}/login")
    session = fetch(port, f"{path}/api/v1/session")

    assert (page.version, page.status) == ("HTTP/2", 200), page
    assert page.headers["x-request-id"]
    assert "Secure" in session.headers["set-cookie"]
    assert fetch(port, f"{path}/api/v1/session", "--http1.1").version == "HTTP/1.1"
    spoofed = fetch(
        port, f"{path}/account", "--header", "X-Forwarded-Prefix: //evil.example", "--header", "SCRIPT_NAME: /evil"
    )
    assert spoofed.headers["location"].startswith(f"{path}/login")


@needs_caddy
def test_the_proxy_of_the_compose_file_speaks_tls_and_http_2(tmp_path: Path, started: tuple[Path, ExitStack]) -> None:
    folder, running = started
    address = running.enter_context(run_server(tmp_path, settings=BEHIND))
    port = running.enter_context(run_caddy(folder, urlsplit(address).netloc))

    check_proxy(port)

    page = fetch(port, "/login")
    assert page.headers["strict-transport-security"]
    assert "server" not in page.headers
    assert fetch(port, "/api/v1/session").headers["set-cookie"].startswith("__Host-labmapper=")
    assert [fetch(port, path).status for path in ("/livez", "/readyz", "/healthz", "/metrics")] == [404] * 4


@needs_nginx
def test_nginx_as_the_documentation_tells_it(tmp_path: Path, started: tuple[Path, ExitStack]) -> None:
    folder, running = started
    address = running.enter_context(run_server(tmp_path, settings=BEHIND))
    port = running.enter_context(run_nginx(folder, urlsplit(address).netloc, "/"))

    check_proxy(port)

    assert [fetch(port, path).status for path in ("/readyz", "/healthz")] == [404] * 2


@needs_nginx
def test_nginx_under_a_path_of_its_host(tmp_path: Path, started: tuple[Path, ExitStack]) -> None:
    folder, running = started
    address = running.enter_context(run_server(tmp_path, settings=BEHIND | {"LABMAPPER_PATH": "/labmapper"}))
    port = running.enter_context(run_nginx(folder, urlsplit(address).netloc, "/labmapper/"))

    check_proxy(port, "/labmapper")

    page = fetch(port, "/labmapper/login")
    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', page.body)
    assert {fetch(port, address).status for address in addresses if "/static/" in address} == {200}
    assert "strict-transport-security" not in page.headers
    cookie = fetch(port, "/labmapper/api/v1/session").headers["set-cookie"]
    assert cookie.startswith("__Secure-labmapper=")
    assert "Path=/labmapper" in cookie
    assert fetch(port, "/login").status == 404
