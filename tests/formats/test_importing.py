"""Reading a file leaves the process as it was, whatever else it does meanwhile."""

import gc
from collections.abc import Iterator

import pytest

from labmapper.formats import importing, registry
from labmapper.formats.importing import read_file

TABLE = b"name,address\na,10.0.0.1\n"


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_garbage_is_collected_again_after_reading_also_where_that_fails() -> None:
    read_file(TABLE).draw()
    assert gc.isenabled()

    with pytest.raises(LookupError):
        read_file(TABLE, registry.find_writable("credentials"))
    assert gc.isenabled()


def test_where_no_garbage_is_collected_reading_does_not_begin_it() -> None:
    gc.disable()

    read_file(TABLE).draw()

    assert not gc.isenabled()


def test_garbage_is_collected_again_after_two_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other reader ends just when this one has looked whether garbage is collected."""

    def look_as_the_other_ends() -> bool:
        gc.enable()
        return False

    gc.disable()
    monkeypatch.setattr(importing, "gc", _Collector(look_as_the_other_ends))
    read_file(TABLE)

    assert gc.isenabled()


class _Collector:
    """The collector of the process, but for the question whether it is on."""

    def __init__(self, isenabled: object) -> None:
        self.isenabled, self.disable, self.enable = isenabled, gc.disable, gc.enable
