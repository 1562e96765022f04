"""How a host of an inventory is reached: Ansible's variables as a console of Guacamole."""

import re

from labmapper.core.problems import Place
from labmapper.formats.ansible.inventory import Variables
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Console

# Of several spellings Ansible takes the last one of these.
_SPELLINGS = {
    "host": ("ansible_host", "ansible_ssh_host"),
    "port": ("ansible_port", "ansible_ssh_port"),
    "username": ("ansible_user", "ansible_ssh_user"),
    "password": ("ansible_password", "ansible_ssh_pass", "ansible_ssh_password"),
    "connection": ("ansible_connection",),
    "network_os": ("ansible_network_os",),
    "key": ("ansible_ssh_private_key_file", "ansible_private_key_file"),
}
# An address of IPv6 may stand in brackets.
_BRACKETED = re.compile(r"\[[0-9a-f:.%\w]{2,60}\]", re.IGNORECASE | re.ASCII)
_WINDOWS = frozenset({"winrm", "psrp"})
# Their port is none of a terminal.
_OTHER_PORT = frozenset({"winrm", "psrp", "httpapi", "netconf", "grpc"})
_SSH = frozenset(
    {"", "smart", "ssh", "paramiko", "paramiko_ssh", "network_cli", "netconf", "httpapi", "libssh", "grpc"}
)
# What Ansible would work out, or only it can read.
_NOT_PLAIN = ("{{", "{%", "lookup(", "$ANSIBLE_VAULT", "!vault", "!unsafe")


def read_values(variables: Variables, told: set[int], findings: Findings) -> dict[str, str]:
    """Return what *variables* say of the console of a host; values that are encrypted or worked out are told as lost.

    Hosts of a group share its variables, so that each is told once: *told* are the ids of those that are.
    """
    found: dict[str, str] = {}
    for name, spellings in _SPELLINGS.items():
        given = next((variables[each] for each in reversed(spellings) if each in variables), None)
        if given is None:
            continue
        if any(sign in given.text for sign in _NOT_PLAIN):
            if id(given) not in told:
                findings.lose("variable", spellings[0], given.place)
            told.add(id(given))
        elif name == "key":
            if id(given) not in told:
                findings.lose("value", f"The file {given.text}", given.place)
            told.add(id(given))
        else:
            found[name] = given.text if name == "password" else given.text.strip()
    found |= {"host": found["host"][1:-1]} if _BRACKETED.fullmatch(found.get("host", "")) else {}
    return found


def list_consoles(values: dict[str, str], host: str, is_known: bool, place: Place, findings: Findings) -> list[Console]:
    """Return the console of *host* by its *values*: its own name is the address where it says no other.

    Not *is_known* is an address that Ansible would work out.
    """
    connection = values.get("connection", "").rpartition(".")[2].lower()
    if connection == "local":
        return []
    if connection not in _SSH | _WINDOWS:
        findings.lose("console", f"{connection} of {host}", place)
        return []
    port = "" if connection in _OTHER_PORT else values.get("port", "")
    parameters: dict[str, str] = {key: values[key] for key in ("username", "password") if key in values}
    # What ssh takes: the user in front of the host.
    user, _, address = (values.get("host", "") or (host if is_known else "")).rpartition("@")
    if user:
        parameters.setdefault("username", user)
    return [Console("rdp" if connection in _WINDOWS else "ssh", address, port, parameters=parameters)]
