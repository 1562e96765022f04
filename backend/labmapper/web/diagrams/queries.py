"""Query strings, read strictly: which part of a list is asked for, and which revision."""

from flask import request

from labmapper.persistence.listing import MAX_PAGE_SIZE, PAGE_SIZE, SORTS, Listing, split_words
from labmapper.web.refusals import Refusal

FLAGS = {"true": True, "false": False, "1": True, "0": False}
_MOST = 2_147_483_647


def read_listing() -> Listing:
    """Return what part of the list the query string asks for."""
    sort = request.args.get("sort", "updated")
    if sort not in SORTS:
        raise Refusal(400, "bad-sort", f"'sort' must be one of: {', '.join(SORTS)}.")
    size = request.args.get("limit", str(PAGE_SIZE))
    if not size.isascii() or not size.isdigit() or not 1 <= int(size[:9]) <= MAX_PAGE_SIZE:
        raise Refusal(400, "bad-limit", f"'limit' must be a whole number from 1 to {MAX_PAGE_SIZE}.")
    words = split_words(request.args.get("q", "")[:200])
    if not all(word.isprintable() for word in words):
        raise Refusal(400, "bad-search", "'q' holds a character that no title has.")
    trash = request.args.get("trash", "false")
    if trash not in FLAGS:
        raise Refusal(400, "bad-trash", f"'trash' must be one of: {', '.join(FLAGS)}.")
    return Listing(words, sort, request.args.get("cursor") or None, int(size), FLAGS[trash])


def read_number(name: str) -> int | None:
    """Return the number of a revision that stands under *name* in the query string, or None where it is missing."""
    given = request.args.get(name)
    if given is None:
        return None
    if not given.isascii() or not given.isdigit() or int(given[:11]) > _MOST:
        raise Refusal(400, f"bad-{name}", f"'{name}' must be the number of a revision, as the list names them.")
    return int(given)
