import pytest

from labmapper.web.static_files.modules import (
    Import,
    Module,
    ModuleError,
    find_parts,
    read_graph,
    read_module,
    sort_modules,
)

SOURCES = {
    "js/main.js": "import{a}from'./a.js';a();",
    "js/a.js": "import\"./deep/b.js\";export{c}from'./c.js';export const a=()=>import('./late.js');",
    "js/deep/b.js": "import{c}from'../c.js';",
    "js/c.js": "export const c='no import from here';",
    "js/late.js": "import'./deep/b.js';export const load=()=>import('./later.js');",
    "js/later.js": "",
    "js/classic.js": "(()=>{})();",
}


def read(source: str) -> Module:
    return read_module("js/view/x.js", source)


def test_every_kind_of_import_is_read() -> None:
    module = read("import'./a.js';import{b,c as d}from\"../b.js\";\nimport*as e from'./deep/e.js';b();")

    assert module.imports == (
        Import("js/view/a.js", ""),
        Import("js/b.js", "{b,c as d}"),
        Import("js/view/deep/e.js", "*as e"),
    )
    assert module.imports[1].pairs == [("b", "b"), ("c", "d")]
    assert module.body == "b();"


def test_every_kind_of_export_is_read_and_its_word_left_out() -> None:
    module = read(
        "export const a=1;export function b(){}\nexport async function c(){}\nexport class D{}\nexport function*e(){}"
    )

    assert module.exports == ("a", "b", "c", "D", "e")
    assert module.body == "const a=1;function b(){}\nasync function c(){}\nclass D{}\nfunction*e(){}"


def test_what_is_passed_on_is_needed_as_what_is_imported_is() -> None:
    module = read("import{a}from'./a.js';export{b,c as d}from'./b.js';a();")

    assert module.needed == ("js/view/a.js", "js/view/b.js")
    assert module.passed_on[0].pairs == [("b", "b"), ("c", "d")]
    assert module.body == "a();"


def test_words_in_texts_and_names_are_nothing() -> None:
    body = "const exporting='export const a=1',important={import:1,export(){}};files.import('./x.js');"

    module = read(body)

    assert (module.imports, module.exports, module.parts, module.body) == ((), (), (), body)


def test_late_imports_and_the_address_of_a_module_are_put_in() -> None:
    module = read("const load=()=>import('../late.js');new URL('a.css',import.meta.url);")

    assert module.parts == ("js/late.js",)
    assert module.place({"js/late.js": "LATE"}, "HERE") == "const load=()=>LATE;new URL('a.css',HERE);"


@pytest.mark.parametrize(
    "source",
    [
        "export default 1;",
        "export*from'./a.js';",
        "const a=1;export{a};",
        "export let a=1;",
        "export const{a}=b;",
        "a();import{b}from'./b.js';",
        "import a from'./a.js';",
        "import{a}from'package';",
        "import(path);",
        "import.meta.resolve('./a.js');",
    ],
)
def test_what_cannot_be_joined_is_refused_by_the_name_of_the_module(source: str) -> None:
    with pytest.raises(ModuleError, match=r"js/view/x\.js"):
        read(source)


def test_the_graph_has_what_a_page_needs_now_and_late() -> None:
    graph = read_graph(SOURCES, ["js/main.js"])

    assert set(graph) == SOURCES.keys() - {"js/classic.js"}
    assert sort_modules("js/main.js", graph) == ["js/c.js", "js/deep/b.js", "js/a.js", "js/main.js"]
    assert find_parts("js/main.js", graph) == ["js/late.js", "js/later.js"]


def test_a_module_that_is_missing_is_named() -> None:
    with pytest.raises(ModuleError, match=r"There is no module js/b\.js"):
        read_graph({"js/a.js": "import'./b.js';"}, ["js/a.js"])


def test_modules_that_need_each_other_are_refused() -> None:
    with pytest.raises(ModuleError, match="circle"):
        read_graph({"a.js": "import'./b.js';", "b.js": "import'./a.js';"}, ["a.js"])
