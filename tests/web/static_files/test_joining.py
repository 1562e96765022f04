"""Made-up modules mean the same joined and one by one: Node runs both."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from labmapper.web.static_files.joining import SHARED, join_modules
from labmapper.web.static_files.modules import ModuleError

# Each says when it runs; `log` is one module with a state that all of them see.
SOURCES = {
    "js/main.js": (
        "import{log,count}from'./util/log.js';import*as shapes from'./shapes.js';import{double as twice,Box}from'./pass.js';"
        "log('main',twice(shapes.SIDE),new Box().side,Object.keys(shapes).sort().join());"
        "const{show}=await0();function await0(){return{show:()=>import('./parts/one.js')}}\n"
        "show().then(({one})=>{one();return import('./parts/two.js')}).then(({two,log:again})=>{two();again===log&&log('same',count())})"
        ".then(()=>import('./shared.js')).then(({shared})=>log(shared()));"
    ),
    "js/pass.js": "import{log}from'./util/log.js';log('pass');export{double,Box}from'./shapes.js';",
    "js/shapes.js": (
        "import{log}from'./util/log.js';log('shapes');export const SIDE=2;"
        "export function double(x){return half(x)*4;}\nfunction half(x){return x/2;}\nexport class Box{side=double(SIDE);}"
    ),
    "js/util/log.js": (
        "let lines=0;export function log(...words){lines+=1;console.log(...words);}\nexport const count=()=>lines;"
        "log(new URL('../a.css',import.meta.url).href.endsWith('/js/a.css'));"
    ),
    "js/parts/one.js": (
        "import{log}from'../util/log.js';import{shared}from'../shared.js';log('one runs');"
        "export function one(){log('one',shared(),typeof SIDE,typeof lines);}"
    ),
    "js/parts/two.js": (
        "import{shared}from'../shared.js';import{only}from'./only.js';export{log}from'../util/log.js';"
        "export const two=()=>only('two',shared());"
    ),
    "js/parts/only.js": "import{log}from'../util/log.js';log('only runs');export async function only(...words){log(...words);}",
    "js/shared.js": "import{log}from'./util/log.js';log('shared runs');let calls=0;export const shared=()=>calls+=1;",
    "js/classic.js": "(()=>{window.x=1;})();",
}
ENTRIES = ["js/main.js"]


@pytest.fixture(scope="module")
def joined() -> dict[str, str]:
    return join_modules(SOURCES, ENTRIES)


def run(directory: Path, files: Mapping[str, str]) -> list[str]:
    node = shutil.which("node")
    assert node, "run the tests by make, which brings node"
    for name, text in ({"package.json": '{"type":"module"}'} | dict(files)).items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = subprocess.run([node, directory / "js" / "main.js"], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_joined_modules_do_what_they_do_one_by_one_in_the_same_order(tmp_path: Path, joined: dict[str, str]) -> None:
    said = run(tmp_path / "joined", joined)

    assert said == run(tmp_path / "plain", SOURCES)
    assert said[:5] == ["true", "shapes", "pass", "main 4 4 Box,SIDE,double", "shared runs"]
    assert said[5:] == ["one runs", "one 1 undefined undefined", "only runs", "two 2", "same 9", "3"]


def test_a_page_gets_one_file_and_each_part_another_and_what_parts_share_a_third(joined: dict[str, str]) -> None:
    assert set(joined) == {*ENTRIES, "js/parts/one.js", "js/parts/two.js", "js/shared.js", SHARED, "js/classic.js"}
    assert "only runs" in joined["js/parts/two.js"]
    assert "shared runs" in joined[SHARED]


def test_each_module_stands_in_one_file(joined: dict[str, str]) -> None:
    for said in ("'shapes'", "'pass'", "'one runs'", "'only runs'", "'shared runs'", "let lines"):
        assert sum(text.count(said) for text in joined.values()) == 1, said


def test_what_is_no_module_of_a_page_stays_as_it_is(joined: dict[str, str]) -> None:
    assert joined["js/classic.js"] == SOURCES["js/classic.js"]


def test_two_pages_do_not_see_each_other() -> None:
    sources = {"js/a.js": "import'./both.js';", "js/b.js": "import'./both.js';", "js/both.js": "both();"}

    joined = join_modules(sources, ["js/a.js", "js/b.js"])

    assert {name: text.count("both()") for name, text in joined.items()} == {"js/a.js": 1, "js/b.js": 1}


def test_two_pages_with_the_same_part_are_refused() -> None:
    sources = {"js/a.js": "import('./part.js');", "js/b.js": "import('./part.js');", "js/part.js": ""}

    with pytest.raises(ModuleError, match=r"js/part\.js"):
        join_modules(sources, ["js/a.js", "js/b.js"])
