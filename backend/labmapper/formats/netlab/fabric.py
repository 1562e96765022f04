"""netlab's plugin ``fabric``: leafs and spines, and a link between each two of them, as it makes them from their numbers."""

import re
from dataclasses import dataclass, field

from labmapper.core.yaml.nodes import Mapping, Scalar, Value
from labmapper.formats.netlab.groups import Group
from labmapper.formats.netlab.links import LabLink
from labmapper.formats.netlab.tree import EMPTY, dig, dig_number, dig_text, list_values
from labmapper.formats.topology.sizes import MOST_CABLES, MOST_DEVICES

PLUGIN = "fabric"
# What the layers say of their nodes that a drawing shows.
_GIVEN = ("device", "provider", "role")
_LONGEST_NAME = 64
# The only part of a name that is worked out: the number of the node in its layer, perhaps with zeros in front.
_COUNT = re.compile(r"\{count(?::0?([1-9])d?)?\}")


@dataclass(slots=True)
class Layer:
    """The leafs or the spines: their names, and the group that they are in with what it gives them."""

    group: str
    names: list[str]
    values: dict[str, Value] = field(default_factory=dict)


def read_fabric(root: Mapping) -> tuple[Layer, Layer] | None:
    """Return the leafs and the spines of the lab *root*; None where it has none, too many, or names that need more."""
    fabric = dig(root, PLUGIN)
    wanted = {each.text for each in list_values(dig(root, "plugin")) if isinstance(each, Scalar)}
    if PLUGIN not in wanted or not isinstance(fabric, Mapping):
        return None
    leafs, spines = _read_layer(root, fabric, "leaf"), _read_layer(root, fabric, "spine")
    if leafs is None or spines is None or len(leafs.names) * len(spines.names) > MOST_CABLES:
        return None
    return leafs, spines


def _read_layer(root: Mapping, fabric: Mapping, kind: str) -> Layer | None:
    general = dig(root, "defaults", PLUGIN, kind)
    count = dig_number(fabric, f"{kind}s") if dig(fabric, f"{kind}s") else 1
    form = dig_text(fabric, kind, "name") or dig_text(general, "name") or f"{kind[0].upper()}{{count}}"
    rest = _COUNT.sub("", form)
    if count is None or count > MOST_DEVICES or len(form) > _LONGEST_NAME or _COUNT.search(form) is None or "{" in rest:
        return None
    numbers = range(1, count + 1)
    names = [_COUNT.sub(lambda found: str(number).zfill(int(found[1] or 1)), form) for number in numbers]  # noqa: B023
    values = {key: value for key in _GIVEN if (value := dig(fabric, kind, key)) is not None}
    return Layer(dig_text(fabric, kind, "group") or dig_text(general, "group") or f"{kind}s", names, values)


def put_fabric(layers: tuple[Layer, Layer], nodes: dict[str, Mapping], groups: dict[str, Group]) -> dict[str, Mapping]:
    """Return *nodes* with those of *layers* in front of them, which come into their *groups* too."""
    for layer in layers:
        known = groups.get(layer.group)
        body = known.body if known else EMPTY
        written = [*(known.written if known else ()), *layer.names]
        merged = Mapping({**layer.values, **body.entries}, body.keys, body.line, body.column)
        groups[layer.group] = Group(layer.group, merged, list(dict.fromkeys(written)))
    made = {name: nodes.get(name, EMPTY) for layer in layers for name in layer.names}
    return made | {name: body for name, body in nodes.items() if name not in made}


def list_fabric_links(layers: tuple[Layer, Layer], root: Mapping) -> list[LabLink]:
    """Return a link from each leaf to each spine of *layers*."""
    value = dig(root, PLUGIN) or root
    leafs, spines = layers
    return [LabLink([(leaf, EMPTY), (spine, EMPTY)], value) for leaf in leafs.names for spine in spines.names]
