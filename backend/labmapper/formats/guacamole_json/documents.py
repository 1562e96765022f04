"""One document a person: who it is, until when it counts, and the connections."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlsplit

from labmapper.core.lab.connections import iter_connections
from labmapper.core.lab.structure import Lab, Person, UserType
from labmapper.formats.format import Content
from labmapper.formats.guacamole_json.encryption import encrypt, parse_key
from labmapper.formats.options import Values

# HMAC-SHA-256 before the document, and the last block filled up.
_SIGNATURE = 48


@dataclass(frozen=True, slots=True)
class Link:
    """The address by which somebody gets in, and what is known of whose it is."""

    person: Person
    group: str
    url: str


def iter_links(content: Content) -> Iterator[Link]:
    """Yield the link of everybody; without a seed nothing, because whoever only looks may not get in."""
    key, base = parse_key(str(content.values["key"])), find_base(str(content.values["address"]))
    ends = find_end(content.values, datetime.now(UTC))
    if content.seed is None or key is None or base is None or ends is None:
        return
    for users in content.lab.users:
        for person in users.iter_people():
            data = encrypt(_encode(build_document(content.lab, users, person, ends)), key)
            # Behind the # it stays in the browser: before it, servers would refuse the length and keep it in logs.
            yield Link(person, users.name, f"{base}#/?data={quote(data, safe='')}")


def render_documents(content: Content) -> Iterator[bytes]:
    """Yield what the link of each person carries, as it is before it is encrypted, a line each."""
    ends = find_end(content.values, datetime.now(UTC)) or datetime.now(UTC)
    for users in content.lab.users:
        for person in users.iter_people():
            # The end is counted from when the file is made: a preview that names another each time only flickers.
            shown = build_document(content.lab, users, person, ends) | {"expires": "..."}
            yield _encode(shown) + b"\n"


def measure_link(lab: Lab, users: UserType, person: Person) -> int:
    """Return how many characters of base64 the link of *person* has, which is nearly all of it."""
    return (len(_encode(build_document(lab, users, person, datetime.now(UTC)))) + _SIGNATURE) * 4 // 3


def build_document(lab: Lab, users: UserType, person: Person, ends: datetime) -> dict[str, object]:
    """Return the document of *person*; a key that the extension does not know would make it refuse all of it."""
    connections = {}
    for connection in iter_connections(lab, users, person):
        parameters = dict(connection.parameters)
        protocol = parameters.pop("protocol", "")
        connections[connection.name] = {"protocol": protocol, "parameters": parameters}
    return {"username": person.username, "expires": int(ends.timestamp() * 1000), "connections": connections}


def _encode(document: dict[str, object]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def find_end(values: Values, now: datetime) -> datetime | None:
    """Return when the links end, or None where that is no moment after *now*; a time without a zone is in UTC."""
    text = str(values["ends"]).strip()
    if not text:
        return now + timedelta(hours=int(values["hours"]))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if moment > now else None


def find_base(text: str) -> str | None:
    """Return the address of Guacamole's page, with a slash at its end, or None where *text* is none."""
    address = text.strip()
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in {"http", "https"} and parts.hostname and not parts.username
    except ValueError:
        return None
    if not is_whole or "?" in address or "#" in address or any(each.isspace() for each in address):
        return None
    return address.rstrip("/") + "/"
