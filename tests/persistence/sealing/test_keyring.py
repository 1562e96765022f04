import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from labmapper.config import Config
from labmapper.persistence.sealing.encryption import EncryptionError, make_key
from labmapper.persistence.sealing.keyring import load_keyring, read_or_make, replace_keys
from support.server.databases import build_config


@pytest.fixture
def bare(tmp_path: Path) -> Config:
    """Return settings without secrets."""
    config = build_config(tmp_path / "data", "sqlite:///:memory:")
    return replace(config, secret_key=None, encryption_keys=None)


def test_secrets_are_made_once_and_kept(bare: Config) -> None:
    first, second = load_keyring(bare), load_keyring(bare)

    assert first.secret_key == second.secret_key
    assert first.cipher.keys == second.cipher.keys


def test_secrets_are_for_their_owner_only(bare: Config) -> None:
    load_keyring(bare)

    assert stat.S_IMODE(bare.data_directory.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in bare.data_directory.iterdir()}
    assert modes == {"session.key": 0o600, "encryption.keys": 0o600}


def test_given_secrets_leave_no_files(tmp_path: Path) -> None:
    load_keyring(build_config(tmp_path / "data", "sqlite:///:memory:"))

    assert not (tmp_path / "data").exists()


def test_processes_that_start_together_agree_on_one_secret(tmp_path: Path) -> None:
    path = tmp_path / "key"

    with ThreadPoolExecutor(8) as pool:
        secrets = list(pool.map(lambda _: read_or_make(path, make_key), range(40)))

    assert len(set(secrets)) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


def test_an_empty_key_file_is_not_replaced_silently(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("\n")

    with pytest.raises(EncryptionError, match="is empty"):
        read_or_make(tmp_path / "key", make_key)


def test_replaced_keys_are_used_from_then_on(bare: Config) -> None:
    old = load_keyring(bare)
    new = make_key()

    replace_keys(bare, [new, (bare.data_directory / "encryption.keys").read_text().strip()])

    assert load_keyring(bare).cipher.keys[1:] == old.cipher.keys
    assert stat.S_IMODE((bare.data_directory / "encryption.keys").stat().st_mode) == 0o600
