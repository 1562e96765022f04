import os
import stat
from pathlib import Path

import pytest

from labmapper.cli.settings import open_store
from labmapper.core.drawing.document import parse_diagram
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.permissions import Owner
from labmapper.persistence.sealing.encryption import make_key
from support.labs.drawings import draw_lab
from support.server.command_line import run

GUEST = Owner(guest="g" * 43)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data directory of an installation with a database."""
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path))
    assert run("db", "upgrade").exit_code == 0
    return tmp_path


def create_diagram() -> str:
    diagram, _ = parse_diagram(draw_lab("Kept"))
    assert diagram is not None
    with open_store() as store:
        return Diagrams(store).create(GUEST, diagram, bytes(32)).id


def load_title(token: str) -> object:
    with open_store() as store:
        return Diagrams(store).load(GUEST, token).document["title"]


def test_rotating_makes_a_new_key_and_forgetting_drops_the_old_one(data: Path) -> None:
    token, file = create_diagram(), data / "encryption.keys"
    old = file.read_text().split()

    rotated = run("keys", "rotate")
    both = file.read_text().split()
    forgotten = run("keys", "forget")

    assert "2 items are encrypted with key" in rotated.output
    assert both[1:] == old
    assert forgotten.exit_code == 0
    assert file.read_text().split() == both[:1]
    assert load_title(token) == "Kept"


def test_keys_from_the_settings_are_rotated_by_putting_one_in_front(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (data / "encryption.keys").read_text().strip(), make_key()
    token = create_diagram()
    monkeypatch.setenv("LABMAPPER_ENCRYPTION_KEYS", f"{new},{old}")

    assert run("keys", "rotate").exit_code == 0
    assert "may be taken out" in run("keys", "forget").output

    monkeypatch.setenv("LABMAPPER_ENCRYPTION_KEYS", new)
    assert load_title(token) == "Kept"


@pytest.mark.usefixtures("data")
def test_without_the_old_key_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    token = create_diagram()
    monkeypatch.setenv("LABMAPPER_ENCRYPTION_KEYS", make_key())

    result = run("keys", "rotate")

    assert result.exit_code == 1
    assert "Add the missing key" in result.output
    monkeypatch.delenv("LABMAPPER_ENCRYPTION_KEYS")
    assert load_title(token) == "Kept"


def test_a_made_key_can_be_used(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = (data / "encryption.keys").read_text().strip()

    monkeypatch.setenv("LABMAPPER_ENCRYPTION_KEYS", f"{run('keys', 'make').output.strip()} {old}")

    assert run("db", "upgrade").exit_code == 0


def test_the_keys_keep_the_mode_that_lets_the_server_read_them(data: Path) -> None:
    file = data / "encryption.keys"
    file.chmod(0o640)

    for command in ("rotate", "forget"):
        assert run("keys", command).exit_code == 0

        assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone gives files to others")
def test_root_leaves_the_keys_to_the_user_of_the_server(data: Path) -> None:
    file = data / "encryption.keys"
    os.chown(file, 1001, 1001)

    assert run("keys", "rotate").exit_code == 0

    assert (file.stat().st_uid, file.stat().st_gid) == (1001, 1001)


def test_keys_behind_a_link_are_written_where_it_leads(data: Path) -> None:
    file = data / "encryption.keys"
    (data / "elsewhere").mkdir()
    file.rename(data / "elsewhere" / "keys")
    file.symlink_to("elsewhere/keys")

    assert run("keys", "rotate").exit_code == 0

    assert file.is_symlink()
    assert len((data / "elsewhere" / "keys").read_text().split()) == 2
