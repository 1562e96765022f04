"""How much room things take where they are drawn: tiles with their labels, notes, titles of zones, names of interfaces."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from labmapper.core.drawing.interface_names import abbreviate_interface
from labmapper.core.drawing.items import Device, Link, Node, Note, Shape, Users, Zone

# Room above and below the middle of a tile of 56 with its label and address, and around the content of a zone, in canvas units.
ABOVE, BELOW = 40.0, 80.0
PADDING, TITLE = 16.0, 24.0
# Room for a label of so many characters, of an address for fewer, at least for a tile and the names of interfaces beside it.
CHARACTER, NARROWEST, LONGEST_LABEL, LONGEST_HOST = 6.8, 112.0, 36, 24
# Room for a note: so many characters a line, more where it is long, so that it is no narrow column.
NOTE_WIDTH, WIDEST_NOTE, NOTE_LINE = 30, 72, 17.0
# The title of a zone in semibold, and the badge of a pod beside it ("one per student", and how many).
TITLE_CHARACTER, LONGEST_TITLE, BADGE = 7.6, 40, 170.0
# Names at the two ends of a cable need a line each; long ones fan out further from the tile, where cables are wider apart.
NAME_LINES, SHORT_NAME, LONGEST_NAME, NAME_CHARACTER = 28.0, 8, 14, 4.0
# With more than so many names at a device they stand in more lines, up to so many, and beside each other at both sides of its cables.
FEW_NAMES, MANY_NAMES, SHORT_LINE, LONG_LINE = 2, 8, 5.0, 14.0
NAME_WIDTH, BESIDE_CABLE, WIDEST_PAIR = 6.1, 13.0, 163.2
# Half of a tile, and the room around a name on a cable between two that stand side by side.
HALF_TILE, AROUND_NAME = 28.0, 10.0
# How far a cable from a device to itself goes out of its tile, and how much further for each character of a name on it.
LOOP, LOOP_CHARACTER = 32.0, 7.0


@dataclass(slots=True)
class NamesAt:
    """The names of interfaces at a node: how many there are, how many characters the longest has, and that towards what is alike.

    A cable from the node to itself stands out at a side of it, with names or without.
    """

    count: int = 0
    longest: int = 0
    beside: int = 0
    has_loop: bool = False

    @property
    def width(self) -> float:
        """How wide a tile must be for two of them to stand beside each other, where they are many, and for one at its side."""
        many = min(self.longest, SHORT_NAME) if self.count > FEW_NAMES else 0
        longest = max(many, min(self.beside, LONGEST_NAME))
        aside = 2 * (HALF_TILE + AROUND_NAME + longest * NAME_WIDTH) if longest else 0.0
        if self.has_loop:
            aside = max(aside, 2 * (HALF_TILE + LOOP + min(self.longest, LONGEST_NAME) * LOOP_CHARACTER))
        if not many:
            return aside
        return max(aside, min(2 * (BESIDE_CABLE + self.longest * NAME_WIDTH), WIDEST_PAIR))


def count_names(links: Iterable[Link], are_alike: Callable[[str, str], bool]) -> dict[str, NamesAt]:
    """Return the names of interfaces at the nodes that *links* join, of which two that *are_alike* may come side by side."""
    names: dict[str, NamesAt] = {}
    for link in links:
        if link.source.node == link.target.node:
            names.setdefault(link.source.node, NamesAt()).has_loop = True
        is_beside = link.source.node != link.target.node and are_alike(link.source.node, link.target.node)
        for end in (link.source, link.target):
            if end.interface:
                at = names.setdefault(end.node, NamesAt())
                at.count += 1
                at.longest = max(at.longest, len(end.interface))
                if is_beside:
                    at.beside = max(at.beside, len(abbreviate_interface(end.interface)))
    return names


def measure(node: Node) -> tuple[float, float, float]:
    """Return how wide *node* is drawn, and how far it goes above and below its place."""
    if isinstance(node, Note):
        columns = count_columns(node.label)
        lines = sum(1 + len(line) // columns for line in (*node.heading.splitlines(), *node.label.split("\n")))
        half = lines * NOTE_LINE / 2 + 2 * PADDING
        return columns * CHARACTER + 2 * PADDING, half, half
    if isinstance(node, Shape):
        return abs(node.width), abs(node.height) / 2, abs(node.height) / 2
    texts = [node.label]
    if isinstance(node, Device | Users) and node.count > 1:
        texts.append(f"{node.label}…{node.label}")
    if isinstance(node, Device) and node.connections:
        texts.append(node.connections[0].host[:LONGEST_HOST])
    longest = min(max(len(text) for text in texts), LONGEST_LABEL)
    return max(NARROWEST, longest * CHARACTER), ABOVE, BELOW


def count_columns(text: str) -> int:
    """Return how many characters a line of a note with this *text* has at most; the canvas counts them alike."""
    return min(WIDEST_NOTE, max(NOTE_WIDTH, math.isqrt(4 * len(text))))


def measure_title(zone: Zone) -> float:
    """Return how wide *zone* must be for its title and the badge of a pod."""
    title = min(len(zone.label), LONGEST_TITLE) * TITLE_CHARACTER
    return title + 2 * PADDING + (BADGE if zone.pod is not None else 0.0)


def measure_names(links: Iterable[Link], names: Mapping[str, NamesAt]) -> float:
    """Return how much further apart rows must be for the own names of *links*, and *names* at nodes, to stand between them."""
    room = NAME_LINES / 2 if any(link.name for link in links) else 0.0
    longest = max((each.longest for each in names.values()), default=0)
    if longest:
        room += NAME_LINES + max(0, min(longest, LONGEST_NAME) - SHORT_NAME) * NAME_CHARACTER
        most = max(each.count for each in names.values())
        line = LONG_LINE if longest >= SHORT_NAME else SHORT_LINE
        room += max(0, min(most, MANY_NAMES) - FEW_NAMES) * line
    return room
