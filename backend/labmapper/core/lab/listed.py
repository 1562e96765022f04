"""Lists of values: what stands in the place of a text where each copy of a device has a value of its own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address
from itertools import zip_longest
from typing import Literal, overload

# What a field says of the copies of its device: its number counts up, all have the same, or each has one of a list. An
# address that carries counts up as a whole: 10.0.1.0 comes after 10.0.0.255.
Mode = Literal["counts", "same", "carries"]
MODES: tuple[Mode, ...] = ("counts", "same", "carries")
Copies = Mode | list[str]


def get_usual_mode(name: str) -> Mode:
    """Return what holds of the copies where nothing is said of the parameter *name*: a host counts up."""
    return "counts" if name == "hostname" else "same"


@dataclass(frozen=True, slots=True)
class CarriedAddresses(Sequence[str]):
    """The *quantity* addresses from *start* on, as a list that takes no room: the end of an octet is none of them."""

    start: IPv4Address
    quantity: int

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """Return the address at *place*, or those at a range of places."""
        if isinstance(place, slice):
            return tuple(str(self.start + shift) for shift in range(self.quantity)[place])
        return str(self.start + range(self.quantity)[place])

    def __len__(self) -> int:
        """Return how many there are."""
        return self.quantity


@dataclass(frozen=True, slots=True)
class Listed:
    """The *values* of copies, taken as they stand: those of device number *first* and the following, *quantity* of them.

    In *pods*, whose numbers these are in their order, all devices of the first pod come first.
    """

    values: Sequence[str]
    first: int
    quantity: int
    pods: tuple[int, ...] = ()

    def pick(self, n: int, pod: int) -> str:
        """Return the value for device number *n* in the copy of user number *pod*; nothing where the list has none."""
        place = n - self.first
        if self.pods:
            turn = bisect_left(self.pods, pod)
            if self.pods[turn : turn + 1] != (pod,):
                return ""
            place += turn * self.quantity
        return self.values[place] if 0 <= place < len(self.values) else ""

    @property
    def size(self) -> int:
        """How many copies there are, each of which needs a value."""
        return self.quantity * max(len(self.pods), 1)

    def iter_copies(self) -> Iterator[tuple[int, int]]:
        """Yield the number of the device and that of the pod, 0 without one, for each copy in the order of the values."""
        numbers = range(self.first, self.first + self.quantity)
        return ((n, pod) for pod in self.pods or (0,) for n in numbers)

    def list_given_pods(self) -> tuple[int, ...]:
        """Return the numbers of the pods for which there is any value."""
        return self.pods[: -(-len(self.values) // max(self.quantity, 1))]

    def count_given(self) -> int:
        """Return how many of the copies have a value."""
        return sum(1 for value in self.values[: self.size] if value)

    def iter_missing(self) -> Iterator[tuple[int, int]]:
        """Yield the numbers of device and pod for which there is no value."""
        return (copy for copy, value in zip_longest(self.iter_copies(), self.values) if copy and not value)
