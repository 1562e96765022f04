import gzip

import brotli

from labmapper import paths
from labmapper.web.static_files.assets import CATALOGUE, EXAMPLES, HELP, build_assets, load_assets


def test_every_static_file_is_there() -> None:
    names = {path.relative_to(paths.STATIC).as_posix() for path in paths.STATIC.rglob("*") if path.is_file()}
    served = {name for name in names if not name.endswith(".d.ts")}  # types are for the checker alone

    assert set(load_assets().files) == served | {CATALOGUE, EXAMPLES, HELP}


def test_what_is_compressed_is_the_same() -> None:
    for name, asset in load_assets().files.items():
        assert gzip.decompress(asset.packed["gzip"]) == asset.plain, name
        assert brotli.decompress(asset.packed["br"]) == asset.plain, name


def test_a_file_is_compressed_once() -> None:
    asset = load_assets().files["js/main.js"]

    assert asset.packed is asset.packed


def test_comments_and_blanks_are_left_out() -> None:
    written = (paths.STATIC / "js" / "editor.js").read_text(encoding="utf-8")
    sent = load_assets().files["js/editor.js"].plain.decode()

    assert "/**" in written
    assert "/**" not in sent
    assert len(sent) < len(written) * 0.8


def test_a_change_in_any_file_changes_the_key() -> None:
    texts = {"a.js": "a()", "b.css": "b { color: red }"}
    keys = [build_assets(each).key for each in (texts, texts | {"a.js": "a(1)"}, texts | {"c.svg": "<svg/>"})]

    assert len(set(keys)) == 3


def test_what_is_not_sent_changes_nothing() -> None:
    assert build_assets({"a.js": "a(); // one"}) == build_assets({"a.js": "a(); // two"})
