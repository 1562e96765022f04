"""The guard of tests that hand over the worst there is: what is bounded takes a second or two, what is not takes minutes or hours.

It proves that there is a bound, not how quick anything is, which `benchmarks/worst_files.py` measures. Processor time does not
grow where a machine is busy.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_SECONDS = 20


@contextmanager
def bounded_work() -> Iterator[None]:
    """Fail where the work within takes twenty seconds of processor time."""
    begun = process_time()
    yield
    assert process_time() - begun < _SECONDS
