"""What is dear to read, to check or to write: files, drawings and pictures of a given size."""

import json
from typing import Any

from support.labs.drawings import draw_lab
from support.labs.pictures import make_chunk, make_jpeg, make_png, make_segment, make_svg

Body = dict[str, Any]


def list_texts(size: int) -> dict[str, bytes]:
    """Return files of about *size* bytes that are dear to read."""
    pieces = {
        "blanks": " ",
        "lists in lists": "[",
        "empty lists": "[],",
        "quotes": '"',
        "open comments": "<!--",
        "open tags": "<a ",
        "lines of one letter": "a\n",
        "lists in YAML": "- ",
        "combining marks": "\u0315\u0300",
        "headers of INI": "[a]\n",
        "commas": ",",
        "ends of a cell": '";"',
        "edges of DOT": "a->b;",
    }
    heads = {"edges of DOT": "digraph {", "combining marks": "users: ", "empty lists": "["}
    texts = {name: heads.get(name, "") + piece * (size // len(piece.encode())) for name, piece in pieces.items()}
    texts["unknown keys"] = json.dumps({f"k{number}": 0 for number in range(size // 12)})
    texts["unknown parameters"] = (
        "users: {s: {quantity: 1, username_prefix: s, username_suffix: '1', password: a}}\n"
        "devices:\n  d:\n    quantity: 1\n    name_prefix: d\n    name_suffix: '1'\n    hostname_prefix: h\n    hostname_suffix: '1'\n"
        "    parameters:\n      protocol: ssh\n" + "".join(f"      p{number}: x\n" for number in range(size // 15))
    )
    texts["aliases of one mapping"] = (
        "users:\n  a: &a {" + ", ".join(f"k{number}: 1" for number in range(size // 16)) + "}\n"
    ) + "".join(f"  b{number}: *a\n" for number in range(400))
    return {name: text.encode() for name, text in texts.items()}


def list_diagrams(size: int) -> dict[str, Body]:
    """Return diagrams of about *size* bytes that are dear to check, arrange or write."""
    lab = draw_lab("Dear")
    node = lab["nodes"][0]
    many = {**lab, "nodes": [*lab["nodes"]]}
    each = len(json.dumps(node)) + 16
    for number in range(min(5_000, size // each)):
        many["nodes"].append({**node, "id": f"m{number}", "label": f"m{number}", "x": number * 7 % 4_000, "y": number})
    zone = {"x": 0, "y": 0, "width": 1_000_000, "height": 1_000_000}
    wide = {**many, "zones": [{**zone, "id": f"z{number}", "label": f"z{number}"} for number in range(100)]}
    marks = {**lab, "nodes": [{**each, "label": "a" + "\u0315\u0300" * (size // 8)} for each in lab["nodes"]]}
    stacks = {**lab, "nodes": [{**node, "count": 500}, *lab["nodes"][1:]]}
    unknown = {**lab, **{f"k{number}": 0 for number in range(size // 12)}}
    strange = {f"p{number}": "x" for number in range(size // 14)}
    odd = {
        **lab,
        "nodes": [{**node, "connections": [{**node["connections"][0], "parameters": strange}]}, *lab["nodes"][1:]],
    }
    people = draw_lab("People", students=2_000)
    people["nodes"][0] |= {"count": 100}
    return {
        "many devices": many,
        "wide zones": wide,
        "combining marks": marks,
        "a large stack": stacks,
        "unknown keys": unknown,
        "parameters that nobody knows": odd,
        "2,000 people with 100 devices": people,
    }


def list_pictures(size: int) -> dict[str, bytes]:
    """Return pictures of about *size* bytes that are dear to check and to clean."""
    return {
        "a PNG of many chunks": make_png(4, 3, *[make_chunk(b"gAMA", b"1234")] * (size // 16)),
        "a JPEG of many segments": make_jpeg(4, 3, *[make_segment(0xE0, b"ab")] * (size // 6)),
        "an SVG of many shapes": make_svg('<path d="M1 1"/>' * (size // 16)),
        "an SVG of groups in groups": make_svg("<g>" * (size // 7) + "</g>" * (size // 7)),
        "an SVG of many styles": make_svg("<style>" + "a{b:c}" * (size // 6) + "</style>"),
        "an SVG with one long path": make_svg(f'<path d="{"M1 1" * (size // 4)}"/>'),
    }
