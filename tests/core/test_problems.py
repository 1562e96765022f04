import pytest

from labmapper.core.problems import LONGEST_MESSAGE, Problem


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("R1 has no host.", "R1 has no host."),
        ("x" * LONGEST_MESSAGE, "x" * LONGEST_MESSAGE),
        ("x" * (LONGEST_MESSAGE + 1), "x" * (LONGEST_MESSAGE - 1) + "…"),
    ],
    ids=["short", "just short enough", "too long"],
)
def test_a_message_is_cut_where_nobody_reads_on(message: str, told: str) -> None:
    assert Problem("code", "error", message).message == told
