"""The kinds of device, and the kind by the words that are used for it: its icon, its platform, its image, or its name.

The one table of such words, for labs whose file has no kinds and for the files of other tools.
"""

import re
from typing import Literal

DeviceKind = Literal[
    "router",
    "switch",
    "l3switch",
    "firewall",
    "loadbalancer",
    "server",
    "workstation",
    "laptop",
    "accesspoint",
    "phone",
    "printer",
    "cloud",
    "generic",
]

# Whole words, with or without a number behind them. What says little (linux, docker, qemu, iol) is left out, so that
# the image and the name may tell more.
_WORDS: dict[DeviceKind, str] = {
    "switch": (
        "sw l2 viosl2 iosvl2 ioll2 nxos nxosv nexus titanium n9kv cisco_n9kv n9k ceos veos eos aristaeos arista qfx vqfx"
        " vjunosswitch cumulus cvx cumulusvx sonic dellsonic ftosv ftos aoscx arubacx arubaoscx cat9kv cat9000v aci tor"
        " hub bridge ovs openvswitch exos extremexos srl srlinux dellos comware asw dsw csw bigswitch hirschmann"
    ),
    "router": (
        "l3 csr csr1000v vios iosv ios iosxe iosxr iosxrv xrv xrv9k xrd c8000 c8000v cat8000v crpd vmx vmxvcp vjunosrouter"
        " vjunosevolved cjunosevolved vjunos frr frrouting bird quagga vyos vyosnetworks ros chr mikrotik routeros sros srsim"
        " timos nokia vsr isr asr c1700 c2600 c2691 c3600 c3640 c3660 c3725 c3745 c7200 pe ce rr gw dcgw rgw bgp ospf vrp"
        " openwrt ne40e arcos ocnos vpp rare freertr edgeos"
    ),
    "firewall": (
        "fw asa asav pix ftd ftdv fmc firepower panos paloalto pan fortigate fortinet fortios fgt checkpoint cpsg"
        " cloudguard srx vsrx csrx pfsense opnsense sophos ngfw stonegate nftables"
    ),
    "loadbalancer": "f5 bigip lb slb adc netscaler haproxy alteon avi",
    "server": (
        "srv winserver ubuntu debian centos alma rocky fedora rhel freebsd openbsd esxi db web www dns dhcp ntp ftp mail"
        " nso ise controller ldap radius tacacs syslog nginx apache jumphost bastion coreos collector telemetry graphite"
        " prometheus grafana"
    ),
    "workstation": "vpc vpcs host hosts guest ue computer win windows kali tinycore user h tester multitool alpine ixia",
    "phone": "voip ipphone cucm",
    "accesspoint": "ap wlc accesspoint wlan wifi",
    "cloud": "internet inet wan isp connector nat pnet nat0 world",
}
_BY_WORD: "dict[str, DeviceKind]" = {word: kind for kind, words in _WORDS.items() for word in words.split()}

# Parts of words. The first one that is found decides, so the more exact ones come first.
_PARTS: "tuple[tuple[str, DeviceKind], ...]" = (
    ("l3switch", "l3switch"),
    ("multilayer", "l3switch"),
    ("l3_switch", "l3switch"),
    ("switch", "switch"),
    ("leaf", "switch"),
    ("spine", "switch"),
    ("firewall", "firewall"),
    ("fw", "firewall"),
    ("balancer", "loadbalancer"),
    ("router", "router"),
    ("rtr", "router"),
    ("server", "server"),
    ("srv", "server"),
    ("laptop", "laptop"),
    ("phone", "phone"),
    ("printer", "printer"),
    ("workstation", "workstation"),
    ("desktop", "workstation"),
    ("client", "workstation"),
    ("pc", "workstation"),
    ("cloud", "cloud"),
    ("sw", "switch"),
)
# Shorter parts stand by chance in long texts, such as the name of an image.
_SHORTEST_PART = 4
_TOKEN = re.compile(r"[a-z0-9]+")
_NUMBERED_ROUTER = re.compile(r"r[ _-]?[0-9]{1,4}", re.ASCII)
# More of a text than this tells nothing new.
_LOOKED_AT = 200


def find_kind(text: str, *, is_name: bool = False) -> "DeviceKind | None":
    """Return the kind that the words in *text* hint at, None where they hint at none.

    Where *is_name*, the short words for devices count inside longer ones too, as in ``campussw``.
    """
    lower = text[:_LOOKED_AT].lower()
    if is_name and _NUMBERED_ROUTER.fullmatch(lower):
        return "router"
    parts = [kind for part, kind in _PARTS if (is_name or len(part) >= _SHORTEST_PART) and part in lower]
    if parts:
        return parts[0]
    tokens = _TOKEN.findall(lower)
    words = [*tokens, *(token.rstrip("0123456789") for token in tokens)]
    found = {_BY_WORD[word] for word in words if word in _BY_WORD}
    # A platform whose image or definition says layer 2 is a switch, whatever runs on it.
    return next((kind for kind in _WORDS if kind in found), None) or _find_short(tokens)


def _find_short(tokens: list[str]) -> "DeviceKind | None":
    """Return the kind of a short part that is a whole word of *tokens*."""
    bare = {token.strip("0123456789") for token in tokens}
    return next((kind for part, kind in _PARTS if len(part) < _SHORTEST_PART and part in bare), None)


def guess_kind(names: tuple[str, ...], protocol: str) -> DeviceKind:
    """Return the kind that *names*, the most telling first, hint at; failing these, what *protocol* is usual for."""
    for name in names:
        found = find_kind(name, is_name=True)
        if found is not None:
            return found
    if protocol in {"rdp", "vnc"}:
        return "workstation"
    return "router" if any(name.lower().startswith("r") for name in names) else "server"
