"""Files of GNS3 and EVE-NG that are as large and as odd as can be: they come back soon, with an error or a drawing."""

from collections.abc import Callable

import pytest

from labmapper.formats.importing import read_file
from support.labs.archives import pack
from support.labs.bounded_work import bounded_work

LARGE = 16 * 1024 * 1024
PROJECT = b'{"type":"topology","revision":9,"topology":{'


def fill(start: bytes, part: bytes, end: bytes) -> bytes:
    return start + part * ((LARGE - len(start) - len(end)) // len(part)) + end


CASES: dict[str, Callable[[], bytes]] = {
    "many small nodes": lambda: fill(PROJECT + b'"nodes":[', b"{},", b"{}]}}"),
    "many nodes": lambda: fill(PROJECT + b'"nodes":[', b'{"node_id":"a","name":"' + b"x" * 80 + b'"},', b"{}]}}"),
    "deep": lambda: PROJECT + b'"nodes":' + b"[" * (LARGE // 4),
    "one number": lambda: fill(PROJECT + b'"nodes":[{"x":', b"9", b"}]}}"),
    "open texts in drawings": lambda: fill(
        PROJECT + b'"drawings":[', b'{"svg":"' + b"<text" * 4_000 + b'"},', b"{}]}}"
    ),
    "an archive of nothing but a bomb": lambda: pack({"project.gns3": b" " * (4 * LARGE)}),
    "an archive of labs": lambda: pack({f"{number}.unl": b"<lab/>" for number in range(5_000)}),
    "many elements": lambda: fill(b"<lab><topology><nodes>", b'<node id="1"/>', b"</nodes></topology></lab>"),
    "open comments": lambda: fill(b"", b"<!-- -", b"<lab>"),
    "one long text": lambda: fill(
        b"<lab><objects><textobjects><textobject><data>",
        b"PGRpdiBp",
        b"</data></textobject></textobjects></objects></lab>",
    ),
    "many ends in one bridge": lambda: (
        b'<lab><topology><nodes><node id="1">'
        + b'<interface id="0" network_id="1"/>' * 19_000
        + b'</node></nodes><networks><network id="1" type="bridge"/></networks></topology></lab>'
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_no_file_takes_long(name: str) -> None:
    data = CASES[name]()

    with bounded_work():
        imported = read_file(data)

    assert imported.source is not None or any(problem.is_error for problem in imported.problems)
