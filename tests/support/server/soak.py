"""How much a test that is slow by design does: enough to prove its law in ``make test``, more in ``make soak``, less in ``make check``."""

import os

IS_SOAK = os.environ.get("LABMAPPER_TEST_SOAK", "") == "1"
_IS_QUICK = os.environ.get("LABMAPPER_TEST_QUICK", "") == "1"
_EXAMPLES = os.environ.get("LABMAPPER_TEST_EXAMPLES", "")


def pick(usual: int, soak: int) -> int:
    """Return *usual*, or *soak* where the tests run for as long as it takes."""
    return soak if IS_SOAK else usual


def count_examples(usual: int) -> int:
    """Return how many examples a law is tried with: what ``make fuzz`` asks for, else *usual*, and a third of that in ``make check``."""
    if _EXAMPLES:
        return int(_EXAMPLES)
    return max(1, usual // 3) if _IS_QUICK else usual
