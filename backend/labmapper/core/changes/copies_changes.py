"""What changed in what the copies of a device have. No value is named: it may be a secret."""

from collections.abc import Iterator, Mapping

from labmapper.core.changes.change import Change, build_change
from labmapper.core.lab.listed import Copies, Mode, get_usual_mode

_CODES: Mapping[Mode, str] = {"counts": "copies-count", "same": "copies-same", "carries": "copies-carry"}


def tell_copies(old: Mapping[str, Copies], new: Mapping[str, Copies]) -> Iterator[Change]:
    """Yield which parameters count up, are the same for all, or have other values of their own now, each a detail."""
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield _tell(name, *(copies.get(name, get_usual_mode(name)) for copies in (old, new)))


def _tell(name: str, before: Copies, after: Copies) -> Change:
    if not isinstance(after, list):
        return build_change(_CODES[after], field=name)
    if not isinstance(before, list):
        return build_change("copies-listed", field=name, count=len(after))
    differing = sum(1 for one, other in zip(before, after, strict=False) if one != other)
    return build_change("copies-list-changed", field=name, count=differing + abs(len(before) - len(after)))
