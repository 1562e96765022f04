"""Blocks to be laid out: boxes that must not overlap, put in a grid or by the force of their links."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import networkx as nx

GAP = 24.0
_ROUNDING = 1e-6
# From here on networkx wants scipy, and takes seconds; so many in one box cannot be told apart by force anyway.
MAX_BY_FORCE = 499


@dataclass(slots=True)
class Block:
    """A box that moves as one."""

    id: str
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right border."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower border."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def shift(self, right: float, down: float) -> None:
        """Move the block."""
        self.left += right
        self.top += down

    def find_shifted(self, right: float, down: float) -> "Block":
        """Return this block as it would be after ``shift``."""
        return Block(self.id, self.left + right, self.top + down, self.width, self.height)

    def center(self, x: float, y: float) -> None:
        """Put the middle of the block at *x*, *y*."""
        self.left, self.top = x - self.width / 2, y - self.height / 2

    def holds(self, other: "Block") -> bool:
        """Return whether *other* lies in this one, but for errors of rounding."""
        return (
            self.left <= other.left + _ROUNDING
            and self.top <= other.top + _ROUNDING
            and other.right <= self.right + _ROUNDING
            and other.bottom <= self.bottom + _ROUNDING
        )

    def overlaps(self, other: "Block") -> bool:
        """Return whether the two share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Line:
    """Blocks side by side, by their ids, of which neighbours may change places.

    Where the line is staggered each takes the middle of the other; else they need as much room as they are wide.
    """

    ids: list[str]
    is_staggered: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that were laid out together, and which of them stand side by side. They *may_slide* along their rows.

    *siblings* is all that is in the same zone, and *zone* that one, within which they stay.
    """

    blocks: list[str]
    lines: list[Line]
    may_slide: bool = False
    siblings: list[str] = field(default_factory=list)
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of all blocks, by id, and what is directly in each that is a zone."""

    boxes: dict[str, Block]
    content: Mapping[str, list[str]]

    def list_within(self, id_: str) -> Iterator[str]:
        """Yield *id_* and all that is in it."""
        yield id_
        for inner in self.content.get(id_, ()):
            yield from self.list_within(inner)

    def shift_content(self, id_: str, right: float, down: float) -> None:
        """Move all that is in *id_*, but not its own box."""
        for inner in self.content.get(id_, ()):
            self.shift(inner, right, down)

    def shift(self, id_: str, right: float, down: float) -> None:
        """Move *id_* and all that is in it."""
        for each in self.list_within(id_):
            self.boxes[each].shift(right, down)


def place_in_grid(blocks: list[Block]) -> None:
    """Put *blocks* row by row, in a field about half as high again as wide."""
    columns = max(1, math.ceil(math.sqrt(len(blocks) * 1.5)))
    rows = [blocks[start : start + columns] for start in range(0, len(blocks), columns)]
    widths = [
        max(row[column].width for row in rows if column < len(row)) for column in range(min(columns, len(blocks)))
    ]
    top = 0.0
    for row in rows:
        left = 0.0
        for width, block in zip(widths, row, strict=False):
            block.left, block.top = left, top
            left += width + GAP
        top += max(block.height for block in row) + GAP


def place_by_force(blocks: list[Block], graph: "nx.Graph[str]") -> None:
    """Put *blocks* where their links in *graph* pull them, then push apart what overlaps.

    At most ``MAX_BY_FORCE``: the time grows with the square of their number.
    """
    places = nx.spring_layout(graph, seed=1)
    spread = 0.6 * math.sqrt(sum((block.width + GAP) * (block.height + GAP) for block in blocks))
    for block in blocks:
        x, y = places[block.id]
        block.center(float(x) * spread, float(y) * spread)
    placed: list[Block] = []
    for block in sorted(blocks, key=lambda each: math.hypot(*each.middle)):
        _push_out(block, placed)
        placed.append(block)


def _push_out(block: Block, placed: list[Block]) -> None:
    """Move *block* away from the middle, in steps of a gap, until it overlaps nothing in *placed*.

    The steps are counted, not gone: a zone may be a million units wide.
    """
    x, y = block.middle
    length = math.hypot(x, y)
    right, down = (x / length * GAP, y / length * GAP) if length else (GAP, 0.0)
    step = 0
    for first, last in sorted(_find_steps(block, other, right, down) for other in placed):
        if first < step < last:
            step = math.ceil(last)
    block.shift(step * right, step * down)


def _find_steps(block: Block, other: Block, right: float, down: float) -> tuple[float, float]:
    """Return between which steps of *right* and *down* the *block* overlaps the *other*."""
    across = _find_span(block.left, block.right, other.left, other.right, right)
    along = _find_span(block.top, block.bottom, other.top, other.bottom, down)
    return max(across[0], along[0]), min(across[1], along[1])


def _find_span(start: float, end: float, other_start: float, other_end: float, step: float) -> tuple[float, float]:
    """Return between which numbers of steps *start* to *end* overlaps the other stretch; (inf, -inf) where it never does."""
    if not step:
        return (-math.inf, math.inf) if start < other_end and other_start < end else (math.inf, -math.inf)
    first, last = sorted(((other_start - end) / step, (other_end - start) / step))
    return first, last
