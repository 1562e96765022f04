"""What is drawn around the nodes of a CML lab: texts are notes, tags are zones, other shapes are lost."""

from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Note, Zone
from labmapper.formats.topology.safe_yaml import find_number, find_text, list_items, locate


def read_tags(root: Mapping) -> dict[str, Zone]:
    """Return the zones by the tags of the nodes in them, in the order of the file.

    Smart annotations are boxes that CML draws around all nodes with a tag. A tag with a colon is none: such ones tell
    tools which ports to forward.
    """
    zones: dict[str, Zone] = {}
    for item in list_items(root, "smart_annotations"):
        if isinstance(item, Mapping):
            _add_zone(zones, find_text(item, "tag"), find_text(item, "label"))
    for node in list_items(root, "nodes"):
        for tag in list_items(node, "tags") if isinstance(node, Mapping) else ():
            if isinstance(tag, Scalar):
                _add_zone(zones, tag.text)
    return zones


def _add_zone(zones: dict[str, Zone], tag: str, label: str = "") -> None:
    if tag and ":" not in tag:
        zones.setdefault(tag, Zone(f"tag {tag}", label or tag))


def read_annotations(root: Mapping, findings: Findings) -> list[Note]:
    """Return the texts on the drawing; what is drawn else is told as lost."""
    notes = []
    for item in list_items(root, "annotations"):
        if not isinstance(item, Mapping):
            continue
        kind = find_text(item, "type")
        if kind == "text":
            text = find_text(item, "text_content")
            notes.append(Note(text, find_number(find_text(item, "x1")), find_number(find_text(item, "y1"))))
        else:
            findings.lose("shape", kind or "without a type", locate(item))
    return [note for note in notes if note.text.strip()]
