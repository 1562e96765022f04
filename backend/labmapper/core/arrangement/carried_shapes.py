"""Takes drawn shapes along when a drawing is tidied up: frames with what lies in them, others with what they stand beside.

Pictures stay, because they lie behind everything, and so does what is locked. In a zone what is no frame goes along with the zone.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from labmapper.core.arrangement.blocks import GAP, Block
from labmapper.core.arrangement.drawn_sizes import PADDING, TITLE
from labmapper.core.arrangement.packing import move_clear
from labmapper.core.drawing.items import Shape

# So many pairs of shapes and other items are compared; in a drawing with more, shapes stay.
_MOST_COMPARED = 200_000
# A shape is kept so far inside of the border of its zone.
_INSET = 8.0

# The middle, width and height of a shape, which may be negative for a line.
ShapeBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A node or zone that shapes go along with: its block before and after tidying up."""

    before: Block
    after: Block
    is_zone: bool = False

    @property
    def way(self) -> tuple[float, float]:
        """How far its middle moves."""
        return self.after.middle[0] - self.before.middle[0], self.after.middle[1] - self.before.middle[1]


def carry_shapes(shapes: Iterable[Shape], carriers: Mapping[str, Carrier]) -> dict[str, ShapeBox]:
    """Return the new boxes of those of *shapes* that go along with *carriers*, by id."""
    free = [each for each in shapes if each.shape != "picture"]
    if len(free) * len(carriers) > _MOST_COMPARED:
        return {}
    carried: dict[str, ShapeBox] = {}
    for shape in free:
        box = _find_box(shape, carriers)
        if box is not None:
            left, top = float(round(box.left)), float(round(box.top))
            width, height = round(box.right) - left, round(box.bottom) - top
            middle = left + width / 2, top + height / 2
            carried[shape.id] = (*middle, math.copysign(width, shape.width), math.copysign(height, shape.height))
    return carried


def _find_box(shape: Shape, carriers: Mapping[str, Carrier]) -> Block | None:
    """Return where *shape* goes, None where it stays, or where its zone takes it along."""
    width, height = abs(shape.width), abs(shape.height)
    block = Block(shape.id, shape.x - width / 2, shape.y - height / 2, width, height)
    around = carriers.get(shape.zone or "")
    inside = [each for each in carriers.values() if _is_in(each, block)]
    if inside and shape.shape in ("rectangle", "ellipse"):
        if all(each.before == each.after for each in inside):
            return None
        framed = _frame(block, inside)
        return framed if around is None else _clip(framed, around.after)
    if around is not None or not carriers:
        return None
    return _put_beside(block, carriers)


def _is_in(carrier: Carrier, frame: Block) -> bool:
    """Return whether *frame* is around the middle of *carrier*, which may stick out, but is no zone around the frame."""
    before = carrier.before
    if carrier.is_zone and before.width * before.height > frame.width * frame.height:
        return False
    x, y = before.middle
    return frame.left < x < frame.right and frame.top < y < frame.bottom


def _frame(block: Block, inside: list[Carrier]) -> Block:
    """Return *block* as far around what is *inside* as it was."""
    before, after = _join([each.before for each in inside]), _join([each.after for each in inside])
    left, top = after.left - max(before.left - block.left, PADDING), after.top - max(before.top - block.top, PADDING)
    right = after.right + max(block.right - before.right, PADDING)
    bottom = after.bottom + max(block.bottom - before.bottom, PADDING)
    return Block(block.id, left, top, right - left, bottom - top)


def _clip(block: Block, zone: Block) -> Block:
    left, top = max(block.left, zone.left + _INSET), max(block.top, zone.top + TITLE + _INSET)
    right, bottom = min(block.right, zone.right - _INSET), min(block.bottom, zone.bottom - _INSET)
    return Block(block.id, left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def _put_beside(block: Block, carriers: Mapping[str, Carrier]) -> Block | None:
    """Return *block* beside what it is nearest to; clear of everything where it was clear of everything."""
    nearest = min(carriers.values(), key=lambda each: _measure_gap(each.before, block))
    if nearest.way == (0.0, 0.0):
        return None
    moved = block.find_shifted(*nearest.way)
    if not any(each.before.overlaps(block) for each in carriers.values()):
        move_clear([moved], moved.left, moved.top, [each.after for each in carriers.values()], GAP)
    return moved


def _measure_gap(one: Block, other: Block) -> float:
    across = max(one.left - other.right, other.left - one.right, 0.0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0.0)
    return across + down


def _join(blocks: list[Block]) -> Block:
    left, top = min(each.left for each in blocks), min(each.top for each in blocks)
    right, bottom = max(each.right for each in blocks), max(each.bottom for each in blocks)
    return Block("", left, top, right - left, bottom - top)
