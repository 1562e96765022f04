"""What somebody has drawn or uploaded in this browser without an account: at a log-in they are asked whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from labmapper.persistence.listing import Listing
from labmapper.web.accounts.identity import find_guest
from labmapper.web.services import get_diagrams, get_uploads

_NAMED = 3


@dataclass(frozen=True, slots=True)
class GuestWork:
    """The *titles* of some drawings, which may be none, and whether there are more of anything."""

    titles: Sequence[str]
    has_more: bool


def find_guest_work() -> GuestWork | None:
    """Return what the guest of this browser has, in the trash too, or None where that is nothing."""
    guest = find_guest()
    if guest is None:
        return None
    kept, trashed = (get_diagrams().list(guest, Listing(is_trash=is_trash)).items for is_trash in (False, True))
    if not kept and not trashed and not get_uploads().has_any(guest):
        return None
    return GuestWork([info.title for info in kept[:_NAMED]], has_more=len(kept) > _NAMED)
