"""Reads a topology of containerlab."""

from typing import TYPE_CHECKING

from labmapper.core.problems import Problem
from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.containerlab.annotations import Annotations, parse_annotations
from labmapper.formats.containerlab.archives import unpack_lab
from labmapper.formats.containerlab.links import Links, tell_shape
from labmapper.formats.containerlab.nodes import Lab, Levels, build_device, find_levels, tell_unknown
from labmapper.formats.containerlab.recognition import SIDECAR
from labmapper.formats.containerlab.variables import Texts, fill_in_defaults
from labmapper.formats.options import Values
from labmapper.formats.topology.archives.archive import UnreadableArchiveError, is_archive
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Device, Topology, Zone
from labmapper.formats.topology.sizes import is_drawable
from labmapper.formats.topology.syntax.safe_yaml import find_mapping, find_number, find_text, locate, parse_yaml
from labmapper.formats.topology.templates import find_template

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

_KNOWN = frozenset(("name", "prefix", "mgmt", "settings", "topology", "debug"))
_PARTS = frozenset(("nodes", "links", "kinds", "defaults", "groups"))


def parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of the topology in *data*, or None, and all problems."""
    findings = Findings()
    try:
        data, beside = unpack_lab(data, findings) if is_archive(data) else (data, "")
    except UnreadableArchiveError as error:
        return None, (error.problem,)
    if beside and not values.get("annotations"):
        values = {**values, "annotations": beside}
    root = parse_yaml(fill_in_defaults(data), findings)
    template = find_template(data)
    if root is None or (template is not None and _is_template(root)):
        return None, (template,) if template is not None else tuple(findings.collect())
    topology = _Reader(findings, values).read(root)
    # Let go of before it is drawn, so that a large file fills the memory once.
    del root
    problems = findings.collect()
    if topology is None:
        return None, tuple(problems)
    topology.problems = problems
    return draw_topology(topology, values)


def _is_template(root: Value) -> bool:
    """Return whether the names of nodes, or all of the topology, are still to be filled in."""
    nodes = find_mapping(find_mapping(root, "topology"), "nodes") if isinstance(root, Mapping) else None
    return nodes is None or not nodes.entries or any("{{" in name or "{%" in name for name in nodes.entries)


class _Reader:
    def __init__(self, findings: Findings, values: Values) -> None:
        self._findings = findings
        self._values = values

    def read(self, root: Value) -> Topology | None:
        """Return what *root* holds, None where it is no topology."""
        if isinstance(root, Mapping) and SIDECAR in root.entries:
            self._findings.add(Problem.error("import-sidecar"))
            return None
        topology = root.entries.get("topology") if isinstance(root, Mapping) else None
        if not isinstance(root, Mapping) or not isinstance(topology, Mapping):
            self._findings.refuse_shape("topology", locate(root))
            return None
        nodes = topology.entries.get("nodes")
        if not isinstance(nodes, Mapping):
            self._findings.refuse_shape("topology.nodes", locate(nodes or topology))
            return None
        links = topology.entries.get("links")
        if not is_drawable(len(nodes.entries), len(links.items) if isinstance(links, Sequence) else 0, self._findings):
            return None
        self._tell_unknown(root, topology)
        return self._build(root, topology, nodes)

    def _tell_unknown(self, root: Mapping, topology: Mapping) -> None:
        for mapping, known in ((root, _KNOWN), (topology, _PARTS)):
            for key, scalar in mapping.keys.items():
                if key not in known:
                    self._findings.lose("key", key, locate(scalar, key))
        tell_shape(topology, self._findings)

    def _build(self, root: Mapping, topology: Mapping, nodes: Mapping) -> Topology:
        name = find_text(root, "name")
        texts = Texts(name, self._findings)
        drawn = parse_annotations(str(self._values.get("annotations", "")), self._findings)
        lab = Lab(texts, self._values, _find_prefix(root, name), self._findings)
        built = Topology(name, zones=list(drawn.zones), notes=drawn.notes, figures=drawn.figures)
        zones = {zone.key for zone in built.zones}
        for key, body in nodes.entries.items():
            levels = self._open(topology, key, body, texts)
            if levels is None:
                continue
            device = build_device(levels, lab, drawn.icons.get(key, ""))
            _place(device, levels, drawn)
            device.zone = _find_zone(levels, drawn)
            if device.zone is not None and device.zone not in zones:
                zones.add(device.zone)
                built.zones.append(Zone(device.zone, device.zone))
            built.devices.append(device)
        links = Links(frozenset(device.key for device in built.devices), texts, self._findings)
        built.cables = list(links.read(topology))
        for key, outside in links.outside.items():
            place = next((drawn.places[id_] for id_ in links.ids[key] if id_ in drawn.places), None)
            outside.x, outside.y = place or (None, None)
            built.devices.append(outside)
        _place_by_geography(built, drawn)
        return built

    def _open(self, topology: Mapping, key: str, body: Value, texts: Texts) -> Levels | None:
        if isinstance(body, Scalar) and body.is_null:
            body = Mapping({}, {}, body.line, body.column)
        if not isinstance(body, Mapping):
            self._findings.lose("device", key, locate(body, key))
            return None
        tell_unknown(body, key, self._findings)
        return find_levels(topology, texts.read(key, locate(body, key)), body, texts)


def _find_prefix(root: Mapping, name: str) -> str:
    """Return what stands before the name of a node in the name of its container."""
    prefix = root.entries.get("prefix")
    word = prefix.text if isinstance(prefix, Scalar) and not prefix.is_null else "clab"
    if not word and isinstance(prefix, Scalar):
        return ""
    return f"{name}-" if word == "__lab-name" else f"{word}-{name}-"


def _place(device: Device, levels: Levels, drawn: Annotations) -> None:
    if levels.name in drawn.places:
        device.x, device.y = drawn.places[levels.name]
    latitude, longitude = (
        find_number(levels.find_in("labels", f"graph-geoCoordinate{each}")) for each in ("Lat", "Lng")
    )
    if latitude is not None and longitude is not None:
        drawn.geography.setdefault(levels.name, (longitude, -latitude))


def _find_zone(levels: Levels, drawn: Annotations) -> str | None:
    """Return the group of a node: that of the drawing beside the file, of its label, or the first that it inherits from."""
    group = drawn.groups.get(levels.name) or levels.find_in("labels", "graph-group") or levels.find("group")
    return group.split(",")[0].strip() or None


def _place_by_geography(built: Topology, drawn: Annotations) -> None:
    """Place devices by their places on the globe, where none has one on a drawing."""
    if any(device.x is not None for device in built.devices):
        return
    for device in built.devices:
        if device.name in drawn.geography:
            device.x, device.y = drawn.geography[device.name]
