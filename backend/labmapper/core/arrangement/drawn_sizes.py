"""How much room things take where they are drawn: tiles with their labels, notes, titles of zones, names of interfaces."""

from collections.abc import Iterable

from labmapper.core.drawing.items import Device, Link, Node, Note, Shape, Users, Zone

# Room above and below the middle of a tile of 56 with its label and address, and around the content of a zone, in canvas units.
ABOVE, BELOW = 40.0, 80.0
PADDING, TITLE = 16.0, 24.0
# Room for a label of so many characters, at least for a tile and the names of interfaces beside it.
CHARACTER, NARROWEST, LONGEST_LABEL = 6.8, 112.0, 24
# Room for a note: so many characters a line.
NOTE_WIDTH, NOTE_LINE = 30, 17.0
# The title of a zone in semibold, and the badge of a pod beside it ("one per student", and how many).
TITLE_CHARACTER, LONGEST_TITLE, BADGE = 7.6, 40, 170.0
# Names at the two ends of a cable need a line each; long ones fan out further from the tile, where cables are wider apart.
NAME_LINES, SHORT_NAME, LONGEST_NAME, NAME_CHARACTER = 28.0, 8, 14, 4.0


def measure(node: Node) -> tuple[float, float, float]:
    """Return how wide *node* is drawn, and how far it goes above and below its place."""
    if isinstance(node, Note):
        lines = sum(1 + len(line) // NOTE_WIDTH for line in (*node.heading.splitlines(), *node.label.split("\n")))
        half = lines * NOTE_LINE / 2 + 2 * PADDING
        return NOTE_WIDTH * CHARACTER + 2 * PADDING, half, half
    if isinstance(node, Shape):
        return abs(node.width), abs(node.height) / 2, abs(node.height) / 2
    texts = [node.label]
    if isinstance(node, Device | Users) and node.count > 1:
        texts.append(f"{node.label}…{node.label}")
    if isinstance(node, Device) and node.connections:
        texts.append(node.connections[0].host)
    longest = min(max(len(text) for text in texts), LONGEST_LABEL)
    return max(NARROWEST, longest * CHARACTER), ABOVE, BELOW


def measure_title(zone: Zone) -> float:
    """Return how wide *zone* must be for its title and the badge of a pod."""
    title = min(len(zone.label), LONGEST_TITLE) * TITLE_CHARACTER
    return title + 2 * PADDING + (BADGE if zone.pod is not None else 0.0)


def measure_names(links: Iterable[Link]) -> float:
    """Return how much further apart rows must be for the names of *links* and those at their ends to stand between them."""
    longest = own = 0
    for link in links:
        longest = max(longest, len(link.source.interface), len(link.target.interface))
        own = max(own, len(link.name))
    room = NAME_LINES / 2 if own else 0.0
    if longest:
        room += NAME_LINES + max(0, min(longest, LONGEST_NAME) - SHORT_NAME) * NAME_CHARACTER
    return room
