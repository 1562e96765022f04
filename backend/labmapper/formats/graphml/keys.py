"""What the data of a GraphML file means: each file declares keys of its own, and their names say what they are for."""

from labmapper.formats.topology.syntax.safe_xml import Element

# Names of keys in lower case, the most telling first.
NAMES = ("label", "name", "hostname")
KINDS = ("device_type", "device_role", "type", "role", "kind")
ADDRESSES = ("mgmt_ip", "management_ip", "ip", "address", "host")
LOGIN: tuple[str, ...] = ("username", "password")
PLACES = (("x", "y"), ("longitude", "latitude"))
EDGE_LABELS = ("linklabel", "label")


class Keys:
    """The keys that a file declares."""

    def __init__(self, root: Element) -> None:
        self._names = {
            key.get("id"): (key.get("attr.name") or key.get("id")).strip().lower() for key in root.list("key")
        }

    def read(self, element: Element) -> dict[str, str]:
        """Return the texts among the data of *element* by the names of their keys; empty ones are left out.

        An element only has data of keys for its sort, so that keys of one name for nodes and for the graph do not mix.
        """
        data = ((self._names.get(each.get("key"), each.get("key").lower()), each) for each in element.list("data"))
        return {name: text for name, each in data if not each.children and (text := " ".join(each.text.split()))}
