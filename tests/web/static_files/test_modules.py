from labmapper.web.static_files.modules import find_imports, find_reached, flatten_imports

MODULES = {
    "js/main.js": "import{a}from'./a.js';a();",
    "js/a.js": "import\"./deep/b.js\";export*from'./c.js';export const a=()=>import('./late.js');",
    "js/deep/b.js": "import{c}from'../c.js';",
    "js/c.js": "export const c='no import from here';",
    "js/late.js": "import'./deep/b.js';",
}


def test_every_kind_of_import_is_found() -> None:
    assert find_imports(MODULES) == {
        "js/main.js": ("js/a.js",),
        "js/a.js": ("js/deep/b.js", "js/c.js"),
        "js/deep/b.js": ("js/c.js",),
        "js/c.js": (),
        "js/late.js": ("js/deep/b.js",),
    }


def test_what_a_module_needs_is_named_once_nearest_first() -> None:
    assert find_reached("js/main.js", find_imports(MODULES)) == ["js/a.js", "js/deep/b.js", "js/c.js"]


def test_modules_that_need_each_other_are_no_trap() -> None:
    imports = {"a.js": ("b.js",), "b.js": ("a.js",)}

    assert find_reached("a.js", imports) == ["b.js"]


def test_where_a_page_begins_everything_is_named_after_the_imports_of_its_own() -> None:
    flat = flatten_imports(MODULES)

    assert flat["js/main.js"] == MODULES["js/main.js"] + "\nimport'./deep/b.js'\nimport'./c.js'"
    assert flat["js/late.js"] == MODULES["js/late.js"] + "\nimport'./c.js'"


def test_other_modules_stay_as_they_are() -> None:
    flat = flatten_imports(MODULES)

    assert {name: flat[name] for name in ("js/a.js", "js/deep/b.js", "js/c.js")} == {
        name: MODULES[name] for name in ("js/a.js", "js/deep/b.js", "js/c.js")
    }
