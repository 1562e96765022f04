"""What a shape of draw.io stands for, by its style: icons of its network libraries, pictures, and plain shapes."""

import re
from urllib.parse import unquote

from labmapper.formats.topology.model import Role
from labmapper.formats.topology.roles import find_role

_LONGEST_STYLE = 20_000
_MOST_KEYS = 100
# Where the icon of a shape is named, the most exact first.
_ICON_KEYS = ("prIcon", "resIcon", "network2Icon", "grIcon", "image", "shape", "stencil")
# Shapes of draw.io that are geometry, and stand for nothing.
_PLAIN = frozenset(
    [
        "rectangle",
        "rounded",
        "ellipse",
        "rhombus",
        "triangle",
        "hexagon",
        "label",
        "text",
        "swimlane",
        "group",
        "image",
        "cube",
        "cube3",
        "step",
        "callout",
        "note",
        "note2",
        "document",
        "card",
        "tape",
        "parallelogram",
        "trapezoid",
        "process",
        "doubleellipse",
        "line",
        "link",
        "curlybracket",
        "arrow",
        "flexarrow",
        "singlearrow",
        "doublearrow",
        "partialrectangle",
        "table",
        "tablerow",
        "cylinder",
        "cylinder2",
        "cylinder3",
        "actor",
        "umlactor",
        "or",
        "xor",
        "datastorage",
        "cross",
        "internalstorage",
        "waypoint",
        "ext",
        "tableline",
        "crossbar",
        "corner",
        "tee",
        "box",
        "mxgraph.basic.rect",
    ]
)
# Words of icons, the more exact ones first: the first that is among the words of an icon decides.
_WORDS: tuple[tuple[Role, str], ...] = (
    ("l3switch", r"(layer|l)_?3|multilayer|multi_?layer|l3_switch|route_switch|core_switch|multiswitch"),
    (
        "firewall",
        r"firewall|pix|asa|ngfw|ips|ids|utm|security_appliance|netscreen|fortigate|palo_?alto|adaptive_security|network_security",
    ),
    (
        "loadbalancer",
        r"load_?balanc(?:er|ing)|content_switch|elastic_load_balanc(?:er|ing)|application_gateway|big_?ip|netscaler|local_director|content_engine",
    ),
    (
        "accesspoint",
        r"access_point|wireless_hub|wireless_router|wlan|wlc|wireless_bridge|wap|ap_?\d*$|aironet|wireless_lan",
    ),
    ("phone", r"phone|handset|iphone|smartphone|mobile|cell|voip"),
    ("laptop", r"laptop|notebook|macbook"),
    ("printer", r"printer|copier|plotter|multi_?function"),
    (
        "workstation",
        r"workstation|pc|desktop|terminal|computer|imac|mac|monitor|tablet|ipad|thin_client|client|workspace|tv",
    ),
    ("router", r"network_gateway"),
    (
        "network",
        r"hub|ring_bus|ring|bus|lan|ethernet|fddi|subnet|patch_panel|vlan|bridge|token|virtual_network|network",
    ),
    ("cloud", r"cloud|internet|wan|isp|globe|network_cloud"),
    ("router", r"router|gateway|modem|vpn|concentrator|dsl|broadband|isr|asr|csr|nat|edge|mpls|label_switch"),
    ("switch", r"switch|leaf|spine|nexus|catalyst|fabric"),
    (
        "server",
        r"server|blade_chassis|rds|proliant|poweredge|host|mainframe|ec2|instance|virtual_machine|vm|vms|compute|nas|san|storage|database|db",
    ),
)
_MATCHERS = tuple((role, re.compile(rf"(?:^|[._/ -])(?:{words})s?(?:[._/ -]|\d|$)")) for role, words in _WORDS)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SEPARATOR = re.compile(r"[\s-]+")
_PEOPLE = re.compile(
    r"(?:^|[._/ -])(?:user|users|people|person|actor|umlactor|man|woman|community|female|male|operator)(?:[._ \d-](?!director)|$)"
)
# Decoration of network libraries, which nobody logs in to.
_NO_DEVICE = re.compile(
    r"rack_?cabinet|comm_link|lock$|biohazard|threat|satellite|antenna|[._]ups(?:_enterprise)?$|encryption|projector|scanner|rackgeneral\.(?!server|switch|router)|arrow|key$"
)


def parse_style(style: str) -> dict[str, str]:
    """Return the keys of *style*; a word without a value, such as ``text``, is a key with none."""
    pairs = (part.partition("=") for part in style[:_LONGEST_STYLE].split(";", _MOST_KEYS)[:_MOST_KEYS])
    return {key.strip(): value for key, _, value in pairs if key.strip()}


def find_icon(style: dict[str, str]) -> str:
    """Return the name of the icon that *style* shows, empty for plain shapes."""
    for key in _ICON_KEYS:
        name = style.get(key, "")
        if not name or name.lower() in _PLAIN or (key == "shape" and "." in name and name.endswith((".rect", ".icon"))):
            continue
        if key == "image":
            return "picture" if name.startswith("data:") else unquote(name[-200:]).rpartition(".")[0] or name[-200:]
        return name[:200]
    return "cloud" if "cloud" in style else ""


def is_people(icon: str) -> bool:
    """Return whether *icon* shows people, who are no devices."""
    return bool(_PEOPLE.search(icon.rpartition("/")[2].lower()))


def is_decoration(icon: str) -> bool:
    """Return whether *icon* shows what is no device."""
    return bool(_NO_DEVICE.search(icon.lower()))


def find_icon_role(icon: str, name: str) -> Role:
    """Return the role of what *icon* shows, by its words, else by the *name* of the device."""
    words = _SEPARATOR.sub("_", _CAMEL.sub("_", icon)).lower()
    last = re.split(r"[./]", words)[-1]
    for text in (last, words.removeprefix("mxgraph.networks.").removeprefix("mxgraph.networks2.")):
        for role, matcher in _MATCHERS:
            if matcher.search(text):
                return role
    return find_role(icon=icon, name=name, otherwise="generic")
