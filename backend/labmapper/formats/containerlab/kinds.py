"""The kinds of containerlab: what role each has, and the log-in that its documentation names.

Names are those of containerlab's schema; ``find_kind_facts`` takes its old ones too.
"""

import re
from dataclasses import dataclass

from labmapper.formats.topology.model import Role


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What a kind tells: its role, its documented log-in where it has one, and how one gets in."""

    role: Role | None = None
    username: str = ""
    password: str = ""
    protocol: str = "ssh"
    has_console: bool = True


def _table(role: Role, username: str, password: str, kinds: str) -> dict[str, KindFacts]:
    return {kind: KindFacts(role, username, password) for kind in kinds.split()}


_NO_CONSOLE = KindFacts("network", has_console=False)

_KINDS: dict[str, KindFacts] = {
    **_table("switch", "admin", "NokiaSrl1!", "nokia_srlinux"),
    **_table("router", "admin", "NokiaSros1!", "nokia_srsim"),
    **_table("router", "admin", "admin", "nokia_sros"),
    **_table("switch", "admin", "admin", "arista_ceos arista_veos"),
    **_table("router", "root", "clab123", "juniper_crpd"),
    **_table("firewall", "root", "clab123", "juniper_csrx"),
    **_table(
        "router", "admin", "admin@123", "juniper_vmx juniper_vjunosrouter juniper_vjunosevolved juniper_cjunosevolved"
    ),
    **_table("switch", "admin", "admin@123", "juniper_vqfx juniper_vjunosswitch"),
    **_table("firewall", "admin", "admin@123", "juniper_vsrx"),
    **_table("router", "clab", "clab@123", "cisco_xrd cisco_xrd_vrouter cisco_xrv cisco_xrv9k"),
    **_table("router", "cisco", "cisco123", "cisco_c8000"),
    **_table("router", "admin", "admin", "cisco_csr1000v cisco_c8000v cisco_iol cisco_vios cisco_sdwan"),
    **_table("switch", "admin", "admin", "cisco_cat9kv cisco_n9kv"),
    **_table("firewall", "admin", "CiscoAsa1!", "cisco_asav"),
    **_table("firewall", "admin", "Admin@123", "cisco_ftdv paloalto_panos"),
    **_table("firewall", "admin", "admin", "fortinet_fortigate checkpoint_cloudguard"),
    **_table("loadbalancer", "admin", "Labl@b!234", "f5_bigip-ve"),
    **_table("router", "admin", "admin", "mikrotik_ros huawei_vrp vyosnetworks_vyos 6wind_vsr"),
    **_table("switch", "admin", "admin", "aruba_aoscx dell_ftosv dell_sonic sonic-vm plvision_sonic"),
    **_table("server", "admin", "admin", "freebsd openbsd"),
    **_table("router", "admin", "admin@123", "ipinfusion_ocnos"),
    **_table("switch", "cumulus", "Clab123!", "nvidia_cumulusvx"),
    **_table("server", "clab", "clab@123", "generic_vm"),
    **_table("router", "clab", "clab@123", "arrcus_arcos"),
    **_table("switch", "diag", "ciena123", "ciena_saos"),
    **_table("router", "root", "vpp", "fdio_vpp"),
    **_table("router", "root", "VR-netlab9", "openwrt"),
    "rare": KindFacts("router", "rare", "rare", "telnet"),
    **_table("switch", "", "", "sonic-vs cumulus_cvx"),
    **_table("server", "", "", "keysight_ixia-c-one spirent_stc"),
    "linux": KindFacts(),
    **dict.fromkeys(("bridge", "ovs-bridge"), _NO_CONSOLE),
    "host": KindFacts("server", has_console=False),
    "ext-container": KindFacts("server", has_console=False),
    # Its containers have other names, and are entered by kubectl.
    "k8s-kind": KindFacts("server", has_console=False),
}

_OLD_NAMES = {
    "srl": "nokia_srlinux",
    "ceos": "arista_ceos",
    "crpd": "juniper_crpd",
    "cvx": "cumulus_cvx",
    "xrd": "cisco_xrd",
    "c8000": "cisco_c8000",
    "cjunosevolved": "juniper_cjunosevolved",
    "sros": "nokia_sros",
    "vmx": "juniper_vmx",
    "vqfx": "juniper_vqfx",
    "vsrx": "juniper_vsrx",
    "xrv": "cisco_xrv",
    "xrv9k": "cisco_xrv9k",
    "veos": "arista_veos",
    "csr": "cisco_csr1000v",
    "n9kv": "cisco_n9kv",
    "pan": "paloalto_panos",
    "ros": "mikrotik_ros",
    "aoscx": "aruba_aoscx",
    "ftosv": "dell_ftosv",
    "vjunosrouter": "juniper_vjunosrouter",
    "vjunosswitch": "juniper_vjunosswitch",
    "vjunosevolved": "juniper_vjunosevolved",
    "srlinux": "nokia_srlinux",
}

# SR Linux before 22.11 had another password; the release is the tag of the image.
_RELEASE = re.compile(r":v?(\d{2})\.(\d{1,2})\b")
_CHANGED = (22, 11)


def find_kind_facts(kind: str, image: str = "") -> KindFacts | None:
    """Return what the *kind* tells, with the *image* where its release matters; None for an unknown one."""
    name = kind.strip().lower()
    bare = name.removeprefix("vr-")
    facts = _KINDS.get(name) or _KINDS.get(_OLD_NAMES.get(bare, bare))
    if facts is not None and facts is _KINDS["nokia_srlinux"]:
        release = _RELEASE.search(image)
        if release and (int(release[1]), int(release[2])) < _CHANGED:
            return KindFacts(facts.role, "admin", "admin")
    return facts
