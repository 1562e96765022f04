"""The ends of CML's links: nodes and interfaces by their ids, as CML writes them, else by label or by number, as programs do."""

from labmapper.core.yaml.nodes import Mapping
from labmapper.formats.topology.model import CableEnd
from labmapper.formats.topology.syntax.safe_yaml import find_text, list_items

# An id is what CML writes; what others write is looked for among labels, then by its number from 0.
_LONGEST_NUMBER = 5


class Ends:
    """Finds the ends of links among the nodes and interfaces that were added."""

    def __init__(self) -> None:
        self._nodes: dict[str, Mapping] = {}
        # By node and interface, and by interface alone: only the old dump's ids are unique among all nodes.
        self._interfaces: dict[tuple[str, str], str] = {}
        self._owners: dict[str, tuple[str, str]] = {}
        # Made once a link names something by no id: most never do.
        self._labelled: dict[str, str] | None = None
        self._numbered: list[str] = []
        self._named: dict[str, dict[str, str]] = {}

    def add_node(self, key: str, node: Mapping) -> None:
        """Add the *node* with this *key*, and all interfaces that stand in it."""
        self._nodes[key] = node
        for interface in list_items(node, "interfaces"):
            if isinstance(interface, Mapping):
                self.add_interface(key, interface)

    def add_interface(self, node: str, interface: Mapping) -> None:
        """Add an *interface* of the node with this key."""
        id_, label = find_text(interface, "id"), find_text(interface, "label")
        self._interfaces[node, id_] = label
        self._owners[id_] = (node, label)

    def find(self, node: str, interface: str) -> CableEnd | None:
        """Return the end at the *interface* of the *node*, of which either may be empty; None where no node is known."""
        if not node:
            known = self._owners.get(interface)
            return CableEnd(*known) if known else None
        key = node if node in self._nodes else self._find_node(node)
        if not key:
            return None
        label = self._interfaces.get((key, interface))
        return CableEnd(key, self._find_interface(key, interface) if label is None else label)

    def _find_node(self, text: str) -> str:
        """Return the key of the node that is labelled *text*, empty where several are, or of the one with this number; else *text*."""
        if self._labelled is None:
            self._labelled, self._numbered = {}, list(self._nodes)
            for key, node in self._nodes.items():
                label = find_text(node, "label")
                self._labelled[label] = "" if label in self._labelled else key
        if text not in self._labelled and _is_number(text) and int(text) < len(self._numbered):
            return self._numbered[int(text)]
        return self._labelled.get(text, text)

    def _find_interface(self, key: str, text: str) -> str:
        """Return the label of the interface of the node *key* that *text* names otherwise than by id, empty where it is none."""
        if key not in self._nodes:
            return ""
        if key not in self._named:
            named = self._named.setdefault(key, {})
            for interface in list_items(self._nodes[key], "interfaces"):
                if isinstance(interface, Mapping):
                    label = find_text(interface, "label")
                    named.setdefault(find_text(interface, "slot"), label)
                    named[label] = label
        return self._named[key].get(text, "")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
