"""How the groups of an inventory lie in each other: which zone a host is drawn in, and which variables it has."""

from labmapper.formats.ansible.inventory import ALL, UNGROUPED, Group, Inventory, Variables

_DEEPEST = 20
# So many steps are made from groups to those around them; beyond, hosts have the variables of their own groups only.
_MOST_STEPS = 2_000_000


class Groups:
    """The groups of *inventory*, with their depth and their parents."""

    def __init__(self, inventory: Inventory) -> None:
        self._groups = inventory.groups
        self._hosts = inventory.hosts
        self.parents: dict[str, list[str]] = {name: [] for name in self._groups}
        for group in self._groups.values():
            for child in group.children:
                if child != group.name:
                    self.parents[child].append(group.name)
        self._depths = self._find_depths()
        self._steps = 0
        self._listed: dict[str, list[str]] = {name: [] for name in inventory.hosts}
        for group in self._groups.values():
            for host in group.hosts:
                self._listed[host].append(group.name)

    def _find_depths(self) -> dict[str, int]:
        """Return how deep each group lies, at most so deep as zones do; groups in a circle lie no deeper."""
        depths = {name: 1 for name in self._groups if name != ALL}
        current = list(depths)
        for depth in range(2, _DEEPEST):
            inner = dict.fromkeys(
                child for name in current if name != ALL for child in self._groups[name].children if child != name
            )
            depths |= dict.fromkeys((name for name in inner if name in depths), depth)
            current = list(inner)
        return depths | {ALL: 0}

    def list_of(self, host: str) -> list[Group]:
        """Return the groups that *host* is listed in, the innermost first, of these the one that knows most of it."""
        listed = [self._groups[name] for name in self._listed[host]]
        return sorted(listed, key=lambda group: (-self._depths[group.name], not group.hosts[host][1]))

    def find_zone(self, host: str) -> str | None:
        """Return the group that *host* is drawn in."""
        return next((group.name for group in self.list_of(host) if group.name not in (ALL, UNGROUPED)), None)

    def find_outer(self, name: str) -> str | None:
        """Return the group that the group called *name* is drawn in."""
        return next((parent for parent in self.parents[name] if parent != ALL), None)

    def collect_variables(self, host: str) -> Variables:
        """Return the variables of *host*: those of all groups around it, the inner ones last, and its own."""
        around: dict[str, None] = {}
        current = self._listed[host]
        for _ in range(_DEEPEST):
            around |= dict.fromkeys(current)
            self._steps += len(current) + sum(len(self.parents[name]) for name in current)
            if self._steps > _MOST_STEPS:
                break
            current = [parent for name in current for parent in self.parents[name] if parent not in around]
        if ALL in self._groups:
            around[ALL] = None
        variables: Variables = {}
        for name in sorted(around, key=lambda each: (self._depths[each], each)):
            variables |= self._groups[name].variables
        return variables | self._hosts[host]
