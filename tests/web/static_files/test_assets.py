import gzip
import re
from dataclasses import replace

import brotli
from rcssmin import cssmin

from labmapper import paths
from labmapper.config import Config
from labmapper.web.static_files.assets import CATALOGUE, ENTRIES, EXAMPLES, HELP, build_assets, get_assets, load_assets


def test_all_that_pages_name_is_there() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in paths.TEMPLATES.rglob("*.html"))
    named = set(re.findall(r"url_for\('static', filename='([^']+)'\)", pages))

    assert named >= {*ENTRIES, "css/pages.css", "css/panels.css"}
    assert set(load_assets().files) >= named | {CATALOGUE, EXAMPLES, HELP}


def test_every_picture_is_there_as_it_is_written() -> None:
    for path in (paths.STATIC / "img").iterdir():
        assert load_assets().files[f"img/{path.name}"].plain == path.read_bytes()


def test_every_style_is_there_once_on_the_page_of_the_editor() -> None:
    late = load_assets().files["css/lazy.css"].plain
    sent = load_assets().files["css/panels.css"].plain

    for name in ("tokens", "base", "editor", "panels"):
        written = cssmin((paths.STATIC / "css" / f"{name}.css").read_bytes())
        assert sent.count(re.sub(rb"^@import[^;]*;", b"", written)) == 1, name
    assert sent.index(b"@property") < sent.index(b".editor{") < sent.index(b".palette-group{")
    assert b"@import" not in sent + late


def test_for_those_who_develop_every_file_is_there_as_it_is_written() -> None:
    plain = load_assets(are_plain=True)

    written = {path.relative_to(paths.STATIC).as_posix(): path for path in paths.STATIC.rglob("*") if path.is_file()}
    served = {name: path.read_bytes() for name, path in written.items() if not name.endswith(".d.ts")}
    assert {name: plain.files[name].plain for name in served} == served
    assert set(plain.files) == {*served, CATALOGUE, EXAMPLES, HELP}
    assert plain.key != load_assets().key


def test_what_is_compressed_is_the_same() -> None:
    for name, asset in load_assets().files.items():
        assert gzip.decompress(asset.packed["gzip"]) == asset.plain, name
        assert brotli.decompress(asset.packed["br"]) == asset.plain, name


def test_what_was_made_at_the_start_is_what_is_sent(config: Config) -> None:
    assert get_assets(config) is get_assets(replace(config, port=0))
    assert get_assets(config) is not get_assets(replace(config, are_sources_plain=True))


def test_a_file_is_compressed_once() -> None:
    asset = load_assets().files["js/main.js"]

    assert asset.packed is asset.packed


def test_comments_and_blanks_are_left_out() -> None:
    written = (paths.STATIC / "js" / "theme.js").read_text(encoding="utf-8")
    sent = load_assets().files["js/theme.js"].plain.decode()

    assert "/**" in written
    assert "/**" not in sent
    assert len(sent) < len(written) * 0.8


def test_a_change_in_any_file_changes_the_key() -> None:
    texts = {"a.js": "a()", "b.css": "b { color: red }"}
    keys = [build_assets(each).key for each in (texts, texts | {"a.js": "a(1)"}, texts | {"c.svg": "<svg/>"})]

    assert len(set(keys)) == 3


def test_what_is_not_sent_changes_nothing() -> None:
    assert build_assets({"a.js": "a(); // one"}) == build_assets({"a.js": "a(); // two"})
