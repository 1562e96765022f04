"""The documentation is checked like code: what it names exists, and what exists is named."""

import re
from pathlib import Path

import click
import pytest

from labmapper.app import create_app
from labmapper.cli import main
from labmapper.config import PREFIX, SETTINGS, load_config
from labmapper.core.pipeline import compile_lab
from labmapper.formats.registry import list_writable
from labmapper.formats.usermapper_config.reader import parse_config
from support.server.databases import build_config

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BESIDE_USERMAPPER = (ROOT / "docs" / "usermapper.md").read_text(encoding="utf-8")
GUACAMOLE = (ROOT / "docs" / "guacamole.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BY_PATH = {str(page.relative_to(ROOT)): page for page in PAGES}


@pytest.mark.parametrize("page", BY_PATH.values(), ids=BY_PATH.keys())
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)]+)\)|(?:src|srcset)=\"([^\"]+)\"", text)
    local = [target.split("#")[0] for pair in targets for target in pair if target and "://" not in target]

    assert [target for target in local if target and not (page.parent / target).exists()] == []


def test_every_setting_is_in_the_readme_and_nothing_else() -> None:
    named = {name.removeprefix(PREFIX) for name in re.findall(rf"`({PREFIX}[A-Z_]+)`", README)}

    assert named == {name for name in SETTINGS if not name.endswith("_FILE")}


def test_the_defaults_in_the_readme_are_those_of_the_program() -> None:
    rows = re.findall(rf"^\| ((?:`{PREFIX}[A-Z_]+`(?:, )?)+) \| (`[^|]+`) \|", README, re.MULTILINE)
    environment = {
        name: value
        for names, values in rows
        for name, value in zip(re.findall(r"`(.+?)`", names), re.findall(r"`(.+?)`", values), strict=True)
    }

    written = load_config({"HOME": str(Path.home()), **environment})

    assert len(environment) > 8
    assert written == load_config({"HOME": str(Path.home())})


def test_every_command_of_the_readme_exists() -> None:
    used = set(re.findall(r"^labmapper ([a-z]+)|`labmapper ([a-z]+)", README, re.MULTILINE))
    context = main.make_context("labmapper", ["formats"])

    assert {"convert", "check", "serve"} <= {first or second for first, second in used}
    assert {first or second for first, second in used} <= set(main.list_commands(context))


def test_every_command_of_the_operations_page_exists() -> None:
    used = set(re.findall(r"labmapper (db|keys|user) ([a-z-]+)", OPERATIONS))
    context = main.make_context("labmapper", ["formats"])

    assert len(used) > 4
    assert [pair for pair in used if pair[1] not in _list_commands(main.get_command(context, pair[0]))] == []


def _list_commands(group: click.Command | None) -> list[str]:
    assert isinstance(group, click.Group)
    return list(group.commands)


def test_every_address_of_the_api_in_the_readme_exists(tmp_path: Path) -> None:
    app = create_app(build_config(tmp_path, f"sqlite:///{tmp_path / 'labmapper.db'}"))
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    rules |= {rule.replace("<token:format_name>", each.name) for rule in rules for each in list_writable()}
    known = {re.sub(r"<.+?>", "$ID", rule) for rule in rules}

    used = set(re.findall(r"(/api/v1/[\w/.$]+)", README))

    assert len(used) > 3
    assert used <= known


def test_every_make_command_of_the_documentation_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    used = {target for page in PAGES for target in re.findall(r"`?make ([a-z-]+)`", page.read_text(encoding="utf-8"))}

    assert {"run", "test", "check"} <= used <= targets


def test_the_complete_config_of_the_documentation_is_one_and_is_sound() -> None:
    in_readme, in_docs = (
        re.findall(r"```yaml\n(users:.*?)```", page, re.DOTALL)[0] for page in (README, BESIDE_USERMAPPER)
    )
    lab, problems = parse_config(in_readme.encode())

    assert in_readme == in_docs
    assert lab is not None
    assert compile_lab(lab, problems).problems == ()


def test_where_the_file_goes_is_told_for_each_kind_of_installation() -> None:
    part = GUACAMOLE.partition("## Where the file goes")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| ")][2:]

    assert len(rows) == 5
    for kind in ("native Tomcat", "up to 1.5.5", "from 1.6.0", "the folder mounted", "mounted by itself"):
        assert any(kind in row for row in rows), kind


def test_every_folder_of_the_sources_is_in_the_architecture() -> None:
    folders = {
        path.name
        for parent in ("backend/labmapper", "frontend/static/js")
        for path in (ROOT / parent).iterdir()
        if path.is_dir() and path.name != "__pycache__"
    }

    assert [name for name in sorted(folders) if f"{name}/`" not in ARCHITECTURE] == []
    assert [name for name in re.findall(r"`([\w./]+/)`", ARCHITECTURE) if not _is_here(name)] == []


def _is_here(name: str) -> bool:
    parents = (
        ROOT,
        ROOT / "backend" / "labmapper",
        ROOT / "frontend" / "static" / "js",
        ROOT / "frontend/static/js/model",
    )
    return any((parent / name).is_dir() for parent in parents)
