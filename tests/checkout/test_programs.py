"""What is sent means what is written: a JavaScript parser, which an installed Labmapper does without, compares both."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from rjsmin import jsmin

from labmapper import paths
from labmapper.web.static_files.assets import load_assets
from labmapper.web.static_files.modules import find_imports, find_reached

PARSER = Path(__file__).with_name("programs.js")
WRITTEN = {
    path.relative_to(paths.STATIC).as_posix(): path.read_text(encoding="utf-8") for path in paths.STATIC.rglob("*.js")
}
SENT = {name: jsmin(source) for name, source in WRITTEN.items()}


def parse(sources: Mapping[str, str]) -> dict[str, Any]:
    node = shutil.which("node")
    assert node, "run the tests by make, which brings node"
    run = subprocess.run([node, str(PARSER)], input=json.dumps(sources), capture_output=True, text=True, check=True)
    described: dict[str, Any] = json.loads(run.stdout)
    return described


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    return parse(WRITTEN)


def resolve(name: str, imports: list[str]) -> tuple[str, ...]:
    return tuple(normpath(join(dirname(name), each)) for each in imports)


def test_without_comments_and_blanks_every_module_is_the_same_program(written: dict[str, Any]) -> None:
    sent = parse(SENT)

    assert [name for name in written if sent[name]["meaning"] != written[name]["meaning"]] == []


def test_the_parser_tells_programs_apart() -> None:
    described = parse(
        {"a": "export const a = `x  ${y}`;", "b": "export const a = `x ${y}`;", "c": "export const a=`x ${y}`"}
    )

    assert described["a"]["meaning"] != described["b"]["meaning"]
    assert described["b"]["meaning"] == described["c"]["meaning"]


def test_the_graph_of_modules_is_that_of_the_sources(written: dict[str, Any]) -> None:
    assert find_imports(SENT) == {name: resolve(name, each["imports"]) for name, each in written.items()}


def test_the_entry_of_the_editor_names_all_that_it_needs(written: dict[str, Any]) -> None:
    graph = {name: resolve(name, each["imports"]) for name, each in written.items()}
    entry = parse({"js/main.js": load_assets().files["js/main.js"].plain.decode()})["js/main.js"]

    named = resolve("js/main.js", entry["imports"])

    assert len(named) == len(set(named)) > 100
    assert set(named) == set(find_reached("js/main.js", graph))
