from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from labmapper.persistence.database.offered_connections import count_wanted, find_share
from support.server.databases import build_config


@pytest.mark.parametrize(("workers", "threads", "wanted"), [(2, 8, 44), (1, 16, 42), (4, 2, 32)])
def test_each_thread_of_both_kinds_of_processes_wants_a_connection(
    tmp_path: Path, workers: int, threads: int, wanted: int
) -> None:
    config = replace(build_config(tmp_path, "postgresql+psycopg2://db/lab"), workers=workers, threads=threads)

    assert count_wanted(config) == wanted


def test_postgres_offers_what_it_does_not_reserve(migrated_postgres: Engine, tmp_path: Path) -> None:
    with migrated_postgres.connect() as connection:
        asked = ("max_connections", "superuser_reserved_connections")
        most, reserved = (int(connection.execute(text(f"SHOW {name}")).scalar_one()) for name in asked)
    config = build_config(tmp_path, migrated_postgres.url.render_as_string(hide_password=False))

    plain, many = find_share(config), find_share(replace(config, workers=8, threads=64))

    assert plain.offered == most - reserved
    assert (plain.is_short, many.is_short) == (False, True)
    assert 16 * (many.each + 1) <= many.offered
