"""How much a test that is slow by design does: enough to prove its law on each run, more in ``make soak``."""

import os

IS_SOAK = os.environ.get("LABMAPPER_TEST_SOAK", "") == "1"


def pick(usual: int, soak: int) -> int:
    """Return *usual*, or *soak* where the tests run for as long as it takes."""
    return soak if IS_SOAK else usual
