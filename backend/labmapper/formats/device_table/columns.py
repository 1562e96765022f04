"""What the columns of a table are: by their headings in many spellings, else by what stands in them."""

from collections.abc import Mapping, Sequence

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.formats.device_table.hosts import is_address, is_host, is_port, split_address

# What headings may be called, in small letters without signs and blanks, the best first.
_SPELLINGS: Mapping[str, str] = {
    "name": "name device devicename node nodename label displayname sysname system machine computer computername vmname vm sessionname gerät",
    "address": (
        "address ip ipaddress ipaddr ipv4 ipv4address primaryip primaryip4 primaryipv4 primaryipv4address managementip"
        " mgmtip mgmtaddress managementaddress mgmt mgmtipv4 oobip hostaddress hostip target ansiblehost adresse ipadresse"
        " ipv6 ipv6address primaryip6 fqdn dnsname dns hostname host server"
    ),
    "port": "port tcpport sshport consoleport",
    "protocol": "protocol proto protokoll connection connectiontype access method service",
    "username": "username user login loginname account userid benutzer benutzername",
    "password": "password pass passwd pw passwort kennwort secret",
    "kind": "role devicerole kind type devicetype category class art platform os hardware model",
    "zone": "zone site location group building tenant region cluster folder lab pod area standort bereich gruppe",
    "rack": "rack room cabinet raum",
}
_BY_SPELLING = {
    spelling: (column, rank)
    for column, spellings in _SPELLINGS.items()
    for rank, spelling in enumerate(spellings.split())
}
_HOST_NAMES = ("hostname", "host", "server", "fqdn", "dnsname")
# So many of the cells of a column are addresses where it is one of addresses.
_MOST = 0.8


def read_header(row: Sequence[str]) -> dict[str, int]:
    """Return where the columns are that *row* is the heading of; empty where it is none."""
    found: dict[str, tuple[int, int]] = {}
    names = [_simplify(cell) for cell in row[:200]]
    for place, name in enumerate(names):
        column, rank = _BY_SPELLING.get(name, ("", 0))
        if column and (column not in found or rank < found[column][0]):
            found[column] = (rank, place)
    columns = {column: place for column, (_, place) in found.items()}
    _settle_hosts(columns, names)
    if "name" not in columns and "address" not in columns:
        return {}
    is_bare = len(row) == 1
    return columns if is_bare or len(columns) > 1 else {}


def count_headings(row: Sequence[str]) -> int:
    """Return how many cells of *row* are headings of columns that are read."""
    return sum(_simplify(cell) in _BY_SPELLING for cell in row)


def _settle_hosts(columns: dict[str, int], names: Sequence[str]) -> None:
    """A column of host names holds the names where there is no other of these; the addresses too where there are none."""
    hosts = next((names.index(name) for name in _HOST_NAMES if name in names), None)
    if hosts is not None and "name" not in columns:
        columns["name"] = hosts


def guess_columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return where the columns of *rows* are, which have no heading; empty where no column holds addresses."""
    width = max((len(row) for row in rows), default=0)
    columns: dict[str, int] = {}
    for place in range(min(width, 50)):
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        kind = _guess_column(cells) if len(cells) >= len(rows) * _MOST else ""
        if kind and kind not in columns:
            columns[kind] = place
    return columns if "address" in columns and (width > 1) else {}


def _guess_column(cells: Sequence[str]) -> str:
    if not cells:
        return ""
    addresses = sum(is_address(split_address(cell)[0]) for cell in cells)
    if addresses >= len(cells) * _MOST:
        return "address"
    if all(cell.lower() in PROTOCOLS for cell in cells):
        return "protocol"
    if all(map(is_port, cells)):
        return "port"
    return "name"


def is_list_of_hosts(cells: Sequence[str]) -> bool:
    """Return whether *cells* are names of hosts and addresses; bare words alone are text."""
    return (
        bool(cells) and all(map(is_host, cells)) and any(any(sign in ".:0123456789" for sign in cell) for cell in cells)
    )


def _simplify(text: str) -> str:
    return "".join(sign for sign in text[:80].lower() if sign.isalnum())
