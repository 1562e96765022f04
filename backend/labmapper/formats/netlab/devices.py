"""What netlab knows about the devices that it starts: names of interfaces, roles, and default log-ins by provider.

From the device definitions of netlab 26.10. Names of interfaces are made by small functions, never by evaluating text.
"""

from collections.abc import Callable
from dataclasses import dataclass

from labmapper.formats.topology.model import Role

Name = Callable[[int], str]
Login = tuple[str, str]


def _simple(form: str) -> Name:
    return form.format


def _by_four(form: str) -> Name:
    return lambda number: form.format(number // 4, number % 4)


@dataclass(frozen=True, slots=True)
class NetlabDevice:
    """A kind of device: how interfaces and loopbacks are named, from which number on, its role, and its log-ins.

    *loopback* is None where it has none of its own. *logins* are by provider; "" is for all that are not named. A
    container without one is entered by ``docker exec``, which Guacamole cannot do.
    """

    name: Name
    first: int = 1
    loopback: Name | None = None
    tunnel: Name | None = None
    role: Role = "router"
    logins: tuple[tuple[str, Login | None], ...] = ()

    def find_login(self, provider: str) -> Login | None:
        """Return user name and password under *provider*, or None where there are none."""
        known = dict(self.logins)
        return known[provider] if provider in known else known.get("")


_VAGRANT = ("vagrant", "vagrant")
_ADMIN = ("admin", "admin")
_CISCO_LOOPBACK, _LOOPBACK = _simple("Loopback{}"), _simple("loopback{}")
_TUNNEL = _simple("Tunnel{}")
_LINUX_LOOPBACK: Name = lambda number: f"lo{number}" if number else "lo"  # noqa: E731 - one of a table of such
_ALL_VAGRANT_CLAB_ADMIN = (("", _VAGRANT), ("clab", _ADMIN))
_JUNOS = (("", ("vagrant", "Vagrant")), ("clab", ("admin", "admin@123")))
_DOCKER: tuple[tuple[str, Login | None], ...] = (("", _VAGRANT), ("clab", None))
_GE_FORM = "ge-0/0/{}"
_JUNOS_LOOPBACK = _simple("lo0.{}")


def _ios(name: Name, first: int, logins: tuple[tuple[str, Login | None], ...], role: Role = "router") -> NetlabDevice:
    return NetlabDevice(name, first, _CISCO_LOOPBACK, _TUNNEL, role, logins)


def _junos(form: str, role: Role = "router") -> NetlabDevice:
    # netlab names the unit, which has the addresses.
    name = _simple(f"{form}.0")
    return NetlabDevice(name, 0, _JUNOS_LOOPBACK, _simple("gr-0/0/0.{}"), role, _JUNOS)


DEVICES: dict[str, NetlabDevice] = {
    "arcos": NetlabDevice(_simple("swp{}"), 1, _LOOPBACK, _simple("tunnel{}")),
    "arubacx": NetlabDevice(
        _simple("1/1/{}"), 1, _simple("loopback {}"), _simple("tunnel {}"), "switch", (("", _ADMIN),)
    ),
    "asav": NetlabDevice(
        _simple("GigabitEthernet0/{}"),
        0,
        None,
        None,
        "firewall",
        (("", ("vagrant", "vagrant1")), ("clab", ("admin", "CiscoAsa1!"))),
    ),
    "cat8000v": _ios(_simple("GigabitEthernet{}"), 2, (("", _VAGRANT), ("clab", _ADMIN))),
    "cisco8000v": NetlabDevice(
        _simple("FourHundredGigE0/0/0/{}"), 0, _CISCO_LOOPBACK, None, "router", (("", ("cisco", "cisco123")),)
    ),
    "crpd": NetlabDevice(
        lambda number: f"eth{number + 1}", 0, _JUNOS_LOOPBACK, None, "router", (("", ("root", "clab123")),)
    ),
    "csr": _ios(_simple("GigabitEthernet{}"), 2, (("", _VAGRANT), ("clab", _ADMIN))),
    "csrx": NetlabDevice(_simple(_GE_FORM), 0, None, None, "firewall", (("", ("root", "clab123")),)),
    "cumulus": NetlabDevice(_simple("swp{}"), 1, _LINUX_LOOPBACK, _simple("tun{}"), "switch", _DOCKER),
    "cumulus_nvue": NetlabDevice(
        _simple("swp{}"), 1, _LINUX_LOOPBACK, None, "switch", (("", ("cumulus", "GetLost1!")), ("clab", None))
    ),
    "dellos10": NetlabDevice(_simple("ethernet1/1/{}"), 1, _LOOPBACK, None, "switch", _ALL_VAGRANT_CLAB_ADMIN),
    "eos": NetlabDevice(_simple("Ethernet{}"), 1, _CISCO_LOOPBACK, _TUNNEL, "l3switch", _ALL_VAGRANT_CLAB_ADMIN),
    "exos": NetlabDevice(
        _simple("{}"), 1, _LOOPBACK, None, "switch", (("", _ADMIN), ("clab", ("vrnetlab", "VR-netlab9")))
    ),
    "fortios": NetlabDevice(_simple("port{}"), 2, _LOOPBACK, None, "firewall", (("", _ADMIN),)),
    "frr": NetlabDevice(_simple("eth{}"), 1, _LINUX_LOOPBACK, _simple("tun{}"), "router", _DOCKER),
    "iol": _ios(_by_four("Ethernet{}/{}"), 1, (("", None), ("clab", _ADMIN))),
    "ioll2": _ios(_by_four("Ethernet{}/{}"), 1, (("", None), ("clab", _ADMIN)), "switch"),
    "iosv": _ios(_simple("GigabitEthernet0/{}"), 1, (("", _VAGRANT), ("clab", _ADMIN))),
    "iosvl2": _ios(_by_four("GigabitEthernet{}/{}"), 1, (("", _VAGRANT), ("clab", _ADMIN)), "switch"),
    "iosxr": NetlabDevice(
        _simple("GigabitEthernet0/0/0/{}"),
        0,
        _CISCO_LOOPBACK,
        None,
        "router",
        (("", _VAGRANT), ("clab", ("clab", "clab@123"))),
    ),
    "linux": NetlabDevice(_simple("eth{}"), 1, _LINUX_LOOPBACK, None, "server", _DOCKER),
    "netscaler": NetlabDevice(lambda number: f"0/{number + 2}", 1, None, None, "loadbalancer", (("", None),)),
    "none": NetlabDevice(_simple("eth{}"), 1, _CISCO_LOOPBACK, _TUNNEL, "router", (("", None),)),
    "nxos": NetlabDevice(_simple("Ethernet1/{}"), 1, _LOOPBACK, None, "switch", _ALL_VAGRANT_CLAB_ADMIN),
    "openbsd": NetlabDevice(
        _simple("vio{}"), 1, _simple("lo{}"), None, "router", (("", ("openbsd", "vagrant")), ("clab", _ADMIN))
    ),
    "routeros": NetlabDevice(_simple("ether{}"), 2, _simple("loopback"), None, "router", (("", _ADMIN),)),
    "routeros7": NetlabDevice(_simple("ether{}"), 2, _LOOPBACK, _simple("tunnel{}"), "router", (("", _ADMIN),)),
    "sonic": NetlabDevice(
        lambda number: f"Ethernet{number * 4}", 0, _CISCO_LOOPBACK, _simple("tun{}"), "switch", (("", None),)
    ),
    "srlinux": NetlabDevice(
        _simple("ethernet-1/{}"), 1, _JUNOS_LOOPBACK, None, "router", (("", ("admin", "NokiaSrl1!")),)
    ),
    "sros": NetlabDevice(_simple("eth-1/1/c{}"), 1, _simple("loopback.{}"), None, "router", (("", _ADMIN),)),
    "srsim": NetlabDevice(
        lambda number: f"eth-1/{number // 12 + 1}/c{(number - 1) % 12 + 1}",
        1,
        _simple("loopback.{}"),
        None,
        "router",
        (("", ("admin", "NokiaSros1!")),),
    ),
    "unknown": NetlabDevice(_simple("eth{}"), 1, None, None, "generic", (("", None),)),
    "vjunos-router": _junos(_GE_FORM),
    "vjunos-switch": _junos(_GE_FORM, "switch"),
    "vmx": _junos(_GE_FORM),
    "vptx": _junos("et-0/0/{}", "switch"),
    "vsrx": _junos(_GE_FORM, "firewall"),
    "vpp": NetlabDevice(_simple("eth{}"), 1, _simple("loop{}"), None, "router", (("", None),)),
    "vyos": NetlabDevice(
        _simple("eth{}"), 1, _simple("dum{}"), _simple("tun{}"), "router", (("", ("vyos", "vyos")), ("clab", None))
    ),
}

_DAEMONS = frozenset({"bird", "bgpipe", "dnsmasq", "exabgp", "gobgp", "haproxy", "kea", "kind", "nginx"})
# Daemons run in containers of Linux.
_DAEMON = NetlabDevice(_simple("eth{}"), 1, _LINUX_LOOPBACK, None, "server", (("", None),))
_OTHER = NetlabDevice(_simple("eth{}"), 1, None, None, "generic", (("", None),))


def find_device(name: str) -> NetlabDevice:
    """Return what is known of the kind *name*, or a device with interfaces like those of Linux."""
    return DEVICES.get(name, _DAEMON if name in _DAEMONS else _OTHER)
