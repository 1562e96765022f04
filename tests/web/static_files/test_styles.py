import pytest

from labmapper.web.static_files.styles import join_styles

STYLES = {
    "css/pages.css": "@import 'base.css';p{margin:0}",
    "css/editor.css": "@import 'base.css';@import \"../more.css\";b{top:0}",
    "css/base.css": "@import 'tokens.css';a{color:red}",
    "css/tokens.css": ":root{--a:1}",
    "more.css": "i{left:0}",
}


def test_what_a_style_sheet_imports_stands_before_it_and_is_not_sent_by_itself() -> None:
    assert join_styles(STYLES) == {
        "css/pages.css": ":root{--a:1}a{color:red}p{margin:0}",
        "css/editor.css": ":root{--a:1}a{color:red}i{left:0}b{top:0}",
    }


def test_a_style_sheet_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match=r"css/nothing\.css"):
        join_styles({"css/a.css": "@import 'nothing.css';"})
