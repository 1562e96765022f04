import re

import pytest

from labmapper.core.pictures.checking import check_picture
from labmapper.core.pictures.picture import UnfitPicture
from support.labs.bounded_work import bounded_work
from support.labs.pictures import make_svg

USE, FILLED = '<use href="#a"/>', '<path fill="url(#a)"/>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">'


def clean(content: str, attributes: str = 'width="40" height="30"') -> str:
    text = check_picture(make_svg(content, attributes)).content.decode()
    return text.removeprefix(HEAD).removesuffix("</svg>")


def test_what_is_drawn_stays() -> None:
    content = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"></stop></linearGradient></defs>'
        '<g transform="scale(2)" style="fill:url(#a); stroke: #123"><path d="M0 0L9 9"></path></g>'
        '<text x="1" y="2" font-size="4">R&amp;D &lt;1</text>'
        "<style>.wall { fill: none } g > path { stroke: black }</style>"
    )

    assert clean(content) == content.replace("g > path", "g &gt; path")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<script xmlns="http://www.w3.org/1999/xhtml" href="//example.org/x.js"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='alert(1)'/></body></foreignObject>",
        '<image href="http://example.org/track.png" width="9" height="9"/>',
        '<image href="data:image/svg+xml;base64,AAAA" width="9" height="9"/>',
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<iframe xmlns='http://www.w3.org/1999/xhtml' src='//example.org'/>",
        "<style>@import url(//example.org/x.css);</style>",
        "<style>path { fill: u\\72l(//example.org/x) }</style>",
        "<style>path { background: image-set('//example.org/x' 1x) }</style>",
        "<filter id='f'><feImage href='//example.org/x'/></filter>",
        "<!-- <script>alert(1)</script> -->",
        "<?xml-stylesheet href='//example.org/x.css'?>",
        "<metadata>who drew it</metadata>",
        "<mask id='m'><rect/></mask>",
        "<script xmlns='http://www.w3.org/2000/svg'><![CDATA[alert(1)]]></script>",
    ],
)
def test_what_runs_or_loads_or_tells_is_left_out(hostile: str) -> None:
    assert clean(hostile) == ""


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'onclick="alert(1)"',
        'href="javascript:alert(1)"',
        'xlink:href="//example.org/x" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'style="fill: url(//example.org/x)"',
        'style="fill: url(#a) url(data:image/png;base64,AA)"',
        'style="behavior: whatever"',
        'fill="url(http://example.org/x#a)"',
        'filter="url(#f)"',
        'mask="url(#m)"',
        'cursor="url(x.cur)"',
        'data-secret="1"',
        'xml:base="http://example.org/"',
        'style="fill:/**/red"',
    ],
)
def test_attributes_that_run_or_load_are_left_out(attribute: str) -> None:
    assert clean(f"<path {attribute}/>") == "<path></path>"


def test_a_link_is_left_out_and_what_is_in_it_stays() -> None:
    assert clean("<a href='javascript:alert(1)'><path d='M0 0'/></a>") == '<path d="M0 0"></path>'


def test_a_use_shows_what_is_in_the_file_alone() -> None:
    drawn = '<g id="door"><path d="M0 0"></path></g><use href="#door" x="3"></use>'

    assert clean(drawn) == drawn
    assert clean('<use href="other.svg#door"/>') == ""
    assert clean('<path id="p"/><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#p"/>').endswith(
        '<use href="#p"></use>'
    )


def test_nothing_grows_by_being_repeated() -> None:
    ten = "".join(f'<use href="#a{{0}}" x="{place}"/>' for place in range(10))
    levels = "".join(f'<g id="a{level + 1}">{ten.format(level)}</g>' for level in range(9))

    text = clean(f'<g id="a0"><path d="M0 0"/></g>{levels}<use href="#a9"/>')

    assert len(re.findall("<use", text)) <= 10  # those of what is plain
    with pytest.raises(UnfitPicture) as refused:
        clean(f'<g id="a">{"<path/>" * 1000}</g>{USE * 1000}')
    assert refused.value.problem.variant == "parts"
    with pytest.raises(UnfitPicture):
        clean(f'<pattern id="a">{"<path/>" * 1000}</pattern>{FILLED * 1000}')


def test_patterns_and_clips_refer_to_nothing() -> None:
    text = clean('<pattern id="a"><path fill="url(#b)"/><use href="#c"/></pattern><path id="c"/>')

    assert text == '<pattern id="a"><path></path></pattern><path id="c"></path>'


@pytest.mark.parametrize(
    ("attributes", "size", "view"),
    [
        ('width="40" height="30"', (40, 30), "0 0 40 30"),
        ('viewBox="1 2 80 60"', (80, 60), "1 2 80 60"),
        ('viewBox="0 0 80 60" width="100%"', (80, 60), "0 0 80 60"),
        ('viewBox="0 0 80 60" width="40"', (40, 30), "0 0 80 60"),
        ('width="10mm" height="1in"', (38, 96), "0 0 37.7953 96"),
        ('viewBox="0,0,20000,10000"', (4096, 2048), "0 0 20000 10000"),
    ],
)
def test_it_is_as_large_as_it_says(attributes: str, size: tuple[int, int], view: str) -> None:
    picture = check_picture(make_svg("", attributes))

    assert (picture.width, picture.height) == size
    assert f'viewBox="{view}"' in picture.content.decode()


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (make_svg("", ""), "size"),
        (make_svg("", 'viewBox="0 0 0 1"'), "size"),
        (make_svg("<g>"), "broken"),
        (b'<html><svg xmlns="http://www.w3.org/2000/svg"/></html>', "kind"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "unsafe"),
        (make_svg("<path/>" * 20_001), "parts"),
        (make_svg("<g>" * 100 + "</g>" * 100), "parts"),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', "broken"),
    ],
)
def test_what_cannot_be_shown_is_refused(data: bytes, variant: str) -> None:
    with pytest.raises(UnfitPicture) as refused:
        check_picture(data)

    assert refused.value.problem.variant == variant


def test_a_doctype_that_only_names_its_type_is_read() -> None:
    assert check_picture(b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + make_svg()).width == 40


def test_what_is_clean_stays_as_it_is() -> None:
    once = check_picture(
        make_svg('<text style="font: 1px a">a<tspan>b</tspan> "c"</text><style>a > b {}</style><path d="M1\n2"/>')
    )

    assert check_picture(once.content) == once


def test_no_file_takes_long_whatever_is_in_it() -> None:
    hostile = [
        make_svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(6_000))),
        make_svg(f'<pattern id="a">{"<path/>" * 9_000}</pattern>{FILLED * 9_000}'),
        make_svg(("<g id='a'>" * 50 + "<path/>" * 100 + "</g>" * 50) * 100),
        make_svg(f'<path style="{"url(" * 400_000}"/>'),
        make_svg(f'<path d="{"0 " * 900_000}"/>'),
        make_svg("", f'viewBox="{" " * 1_000_000}"'),
        make_svg("", f'width="{"1" * 1_000_000}" height="1"'),
    ]

    with bounded_work():
        for data in hostile:
            try:
                check_picture(data)
            except UnfitPicture:
                continue
