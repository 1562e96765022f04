"""Where the time of a call goes: chosen functions are timed, and each is charged with what it does itself."""

import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class Stopwatch:
    """Charges the seconds of watched functions, by *clock*, to *parts*; *names* are all parts, in the order of their watching."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.parts: dict[str, float] = defaultdict(float)
        self.names: dict[str, None] = {}
        self._within: list[float] = []  # of each running call: what the calls within it took

    def watch(self, part: str, owner: Any, *functions: str) -> None:  # noqa: ANN401 - a module, a class or an object
        """Charge *functions* of *owner* to *part* from now on."""
        self.names[part] = None
        for name in functions:
            setattr(owner, name, self._wrap(part, getattr(owner, name)))

    def watch_pieces(self, part: str, owner: Any, function: str) -> None:  # noqa: ANN401 - as above
        """Charge to *part* the making of every piece that the iterator of *function* of *owner* yields."""
        self.names[part] = None
        original = getattr(owner, function)
        end = object()

        @functools.wraps(original)
        def wrapped(*arguments: Any, **options: Any) -> Iterator[Any]:  # noqa: ANN401 - as the function has it
            pieces = original(*arguments, **options)
            while (piece := self._time(part, lambda: next(pieces, end))) is not end:
                yield piece

        setattr(owner, function, wrapped)

    def _wrap(self, part: str, function: Callable[..., _Result]) -> Callable[..., _Result]:
        @functools.wraps(function)
        def wrapped(*arguments: Any, **options: Any) -> _Result:  # noqa: ANN401 - as the function has it
            return self._time(part, lambda: function(*arguments, **options))

        return wrapped

    def _time(self, part: str, call: Callable[[], _Result]) -> _Result:
        self._within.append(0.0)
        started = self._clock()
        try:
            return call()
        finally:
            spent = self._clock() - started
            self.parts[part] += spent - self._within.pop()
            if self._within:
                self._within[-1] += spent
