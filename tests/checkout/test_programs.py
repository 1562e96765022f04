"""What is sent means what is written: a JavaScript parser, which an installed Labmapper does without, compares both."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from rjsmin import jsmin

from labmapper import paths
from labmapper.web.static_files.assets import ENTRIES, load_assets
from labmapper.web.static_files.joining import SHARED
from labmapper.web.static_files.modules import Module, find_parts, read_graph, sort_modules

# A late import as it is sent, with the file and the variable that it asks for, and as it is written.
LATE = re.compile(
    r"(?:Promise\.all\(\[)?import\('([^']*)'\)(?:,import\('[^']*'\)\]\))?\.then\(\(?\[?file\]?\)?=>file\.(\$\d+)\)"
)
WORDS = {re.compile(r"\bimport\('[^']*'\)"): "LATE", re.compile(r"\bimport\.meta\.url"): "HERE"}

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


@pytest.fixture(scope="module")
def graph() -> dict[str, Module]:
    return read_graph(SENT, ENTRIES)


@pytest.fixture(scope="module")
def joined() -> dict[str, Any]:
    """Return what the files that are sent mean, with one word for each late import and for each address of a module."""
    files = {name: asset.plain.decode() for name, asset in load_assets().files.items() if name.endswith(".js")}
    words = {LATE: "LATE", re.compile(r"new URL\('[^']*',import\.meta\.url\)"): "HERE"}
    return parse({name: put_words(text, words) for name, text in files.items()})


def put_words(text: str, words: Mapping[re.Pattern[str], str]) -> str:
    for pattern, word in words.items():
        text = pattern.sub(word, text)
    return text


def test_the_graph_of_modules_is_that_of_the_sources(written: dict[str, Any], graph: dict[str, Module]) -> None:
    assert len(graph) > 200
    for name, module in graph.items():
        assert module.needed == tuple(dict.fromkeys(resolve(name, written[name]["imports"]))), name


def test_what_is_no_part_of_a_page_is_a_classic_script(graph: dict[str, Module]) -> None:
    assert WRITTEN.keys() - graph.keys() == {"js/context.js", "js/early-clicks.js", "js/theme.js"}


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_module_of_a_page_is_sent_once_with_all_that_it_says_takes_and_gives(
    graph: dict[str, Module], joined: dict[str, Any], entry: str
) -> None:
    parts = find_parts(entry, graph)
    names = {name for file in (entry, *parts) for name in sort_modules(file, graph)}
    described = parse({name: put_words(SENT[name], WORDS) for name in names})
    sent = [module for file in (entry, *parts, *([SHARED] if parts else [])) for module in joined[file]["joined"]]
    given = {module["variable"]: set(module["exports"]) for module in sent}

    assert sorted(map(summarize, sent)) == sorted(map(summarize, described.values()))
    assert len(given) == len(sent)
    for module in sent:
        for variable, taken in module["sources"]:
            assert set(taken) - {"*"} <= given[variable]


def summarize(module: dict[str, Any]) -> tuple[str, list[str], list[str]]:
    return module["statements"], module["imported"], module["exports"]


def test_what_a_file_asks_of_another_is_there(joined: dict[str, Any]) -> None:
    texts = {name: asset.plain.decode() for name, asset in load_assets().files.items() if name in joined}
    late = [(name, path, variable) for name, text in texts.items() for path, variable in LATE.findall(text)]

    assert len(late) > 20
    for name, path, variable in late:
        assert variable in joined[resolve(name, [path])[0]]["exports"], (name, path)
    for name in joined:
        given = {each for path in joined[name]["imports"] for each in joined[resolve(name, [path])[0]]["exports"]}
        assert {each.split()[0] for each in joined[name]["imported"]} <= given, name
