from datetime import UTC, datetime

import pytest

from labmapper.web.formatting import moment, size


@pytest.mark.parametrize(
    ("octets", "words"), [(1, "1 byte"), (1023, "1,023 bytes"), (1536, "1.5 KiB"), (5 * 1024**2, "5.0 MiB")]
)
def test_sizes_carry_their_unit(octets: int, words: str) -> None:
    assert size(octets) == words


def test_a_time_is_exact_on_hover() -> None:
    shown = moment(datetime(2026, 11, 1, 9, 5, 7, tzinfo=UTC))

    assert shown == (
        '<time datetime="2026-11-01T09:05:07+00:00" title="2026-11-01T09:05:07+00:00" data-local>'
        "1 November 2026, 09:05 UTC</time>"
    )
