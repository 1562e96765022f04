"""Small pieces of a file go out together, and are made no sooner than they are asked for."""

from collections.abc import Iterator

from flask import Flask

from labmapper.web.downloads import answer_download


def test_small_pieces_go_out_together_and_large_ones_at_once(app: Flask) -> None:
    made: list[int] = []

    def make() -> Iterator[bytes]:
        for number, size in enumerate((30_000, 30_000, 30_000, 90_000, 5, 5)):
            made.append(number)
            yield bytes([number]) * size

    with app.test_request_context():
        pieces = iter(answer_download(make(), "user-mapping.xml", "application/xml").response)
        first = next(pieces)
        made_for_the_first = list(made)
        others = list(pieces)

    assert (len(first), made_for_the_first) == (90_000, [0, 1, 2])
    assert [len(each) for each in others] == [90_000, 10]
    assert others[-1] == b"\x04" * 5 + b"\x05" * 5


def test_a_file_of_nothing_has_no_pieces(app: Flask) -> None:
    with app.test_request_context():
        assert list(answer_download(iter(()), "empty.csv", "text/csv").response) == []
