"""Outputs for databases and encrypted JSON on the command line: the seed that they need, and secrets that no list shows."""

from pathlib import Path

import pytest

from support.labs.drawings import CONFIG
from support.server.command_line import run

KEY = "00112233445566778899aabbccddeeff"
ADDRESS = ("--set", "address=https://gateway.example/")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("config.yaml").write_bytes(CONFIG)


@pytest.mark.parametrize("target", ["guacamole-postgresql", "guacamole-mysql"])
def test_sql_needs_the_seed_by_which_the_lab_is_known_again(target: str) -> None:
    without = run("convert", "--to", target, "-o", "lab.sql")
    first = run("convert", "--to", target, "-o", "lab.sql", "--seed-file", "seed")
    written = Path("lab.sql").read_bytes()
    run("convert", "--to", target, "-o", "lab.sql", "--seed-file", "seed")

    assert (without.exit_code, first.exit_code) == (2, 0)
    assert "needs --seed-file" in without.output
    assert Path("lab.sql").read_bytes() == written


def test_a_script_takes_the_lab_away_whatever_is_drawn_now() -> None:
    settings = ("--seed-file", "seed", "--set", "what=remove")
    run("convert", "--to", "guacamole-postgresql", "-o", "first.sql", *settings)
    Path("config.yaml").write_bytes(CONFIG.replace(b"quantity: 2", b"quantity: 3"))
    run("convert", "--to", "guacamole-postgresql", "-o", "second.sql", *settings)

    statements = [
        [line for line in Path(name).read_text().splitlines() if not line.startswith("--")]
        for name in ("first.sql", "second.sql")
    ]
    assert statements[0] == statements[1]


def test_a_secret_option_is_read_from_a_file() -> None:
    Path("key").write_text(f"{KEY}\n")

    given = run("convert", "--to", "guacamole-json", "-o", "links.csv", *ADDRESS, "--set", "key=@key")
    missing = run("convert", "--to", "guacamole-json", "-o", "links.csv", *ADDRESS, "--set", "key=@no-such-file")
    none = run("convert", "--to", "guacamole-json", "-o", "links.csv", *ADDRESS)

    assert (given.exit_code, missing.exit_code, none.exit_code) == (0, 2, 2)
    assert "https://gateway.example/#/?data=" in Path("links.csv").read_text()
    assert "The option 'key' is missing" in none.output


def test_a_key_that_is_none_is_not_repeated() -> None:
    result = run("convert", "--to", "guacamole-json", "-o", "links.csv", *ADDRESS, "--set", f"key={KEY}0")

    assert result.exit_code != 0
    assert KEY not in result.output


NAMED_IN_CHINESE = CONFIG.replace(b"name_prefix: R", "name_prefix: 路由".encode())


def test_a_name_that_shuts_the_start_page_does_for_databases_and_paper() -> None:
    Path("config.yaml").write_bytes(NAMED_IN_CHINESE)
    numbered = [
        run("convert", "--to", target, "-o", target, "--seed-file", "seed")
        for target in ("guacamole-postgresql", "guacamole-mysql", "guacamole-import", "slips")
    ]
    named = [
        run("convert", "--to", "user-mapping", "-o", "named.xml"),
        run("convert", "--to", "guacamole-json", "-o", "links.csv", *ADDRESS, "--set", f"key={KEY}"),
    ]

    assert {each.exit_code for each in numbered} == {0}
    assert not any("name-shuts-page" in each.output for each in numbered)
    assert all("路由1" in Path(name).read_text() for name in ("guacamole-postgresql", "guacamole-import", "slips"))
    assert {each.exit_code for each in named} == {1}
    assert all("[name-shuts-page]" in each.output for each in named)


def test_an_import_says_that_it_lets_nobody_in_alone() -> None:
    result = run("convert", "--to", "guacamole-import", "-o", "guacamole-import.json")

    assert result.exit_code == 0
    assert "[import-without-passwords]" in result.output


@pytest.mark.parametrize("target", ["slips", "student-pages", "mail-merge", "credentials", "credentials-spreadsheet"])
def test_whoever_hands_out_random_passwords_without_a_seed_file_is_told_that_they_open_nothing(target: str) -> None:
    Path("random.yaml").write_bytes(CONFIG)
    Path("config.yaml").write_bytes(CONFIG.replace(b"password: random", b"password: welcome"))

    alone = run("convert", "-i", "random.yaml", "--to", target, "-o", "out")
    with_seed = run("convert", "-i", "random.yaml", "--to", target, "-o", "out", "--seed-file", "seed")
    fixed = run("convert", "--to", target, "-o", "out")
    sheet = run("convert", "-i", "random.yaml", "--to", "instructor-sheet", "-o", "out")

    assert "open nothing" in alone.stderr
    assert "--seed-file" in alone.stderr
    assert not any("open nothing" in each.stderr for each in (with_seed, fixed, sheet))
    assert {each.exit_code for each in (alone, with_seed, fixed, sheet)} == {0}
