"""Takes drawn shapes along when a drawing is tidied up: frames with what lies in them, others with what they stand beside.

Where a frame would take in something else, it comes closer to its own. A frame in another frame stays in that, and what stands
at its border, as a title, keeps its distance to the nearest corner. Pictures stay, because they lie behind everything, and so does
what is locked. In a zone what is no frame and in none goes along with the zone.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from labmapper.core.arrangement.blocks import GAP, Block
from labmapper.core.arrangement.drawn_sizes import PADDING, TITLE
from labmapper.core.arrangement.packing import move_clear
from labmapper.core.drawing.items import Shape

# So many pairs of shapes and items are compared; in a drawing with more, shapes stay.
_MOST_COMPARED = 200_000
# A frame comes so close to what is in it where something else would come to lie in it.
_CLOSEST = 8.0
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


@dataclass(frozen=True, slots=True)
class _Frame(Carrier):
    """A shape around something, with that."""

    inside: tuple[Carrier, ...] = ()


def carry_shapes(shapes: Iterable[Shape], carriers: Mapping[str, Carrier]) -> dict[str, ShapeBox]:
    """Return the new boxes of those of *shapes* that go along with *carriers*, by id."""
    free = [each for each in shapes if each.shape != "picture"]
    if len(free) * (len(carriers) + len(free)) > _MOST_COMPARED:
        return {}
    free.sort(key=lambda each: abs(each.width * each.height))
    frames: dict[str, _Frame] = {}
    for shape in free:
        frame = _find_frame(shape, carriers, [*frames.values()])
        if frame is not None:
            frames[shape.id] = frame
    carried = {}
    for shape in free:
        box = frames[shape.id].after if shape.id in frames else _find_box(shape, carriers, frames.values())
        if box is not None and not (shape.id in frames and box == frames[shape.id].before):
            carried[shape.id] = _round(box, shape)
    return carried


def _round(box: Block, shape: Shape) -> ShapeBox:
    """Return *box* in whole units, with the directions of *shape*."""
    left, top = float(round(box.left)), float(round(box.top))
    width, height = round(box.right) - left, round(box.bottom) - top
    return left + width / 2, top + height / 2, math.copysign(width, shape.width), math.copysign(height, shape.height)


def _measure(shape: Shape) -> Block:
    width, height = abs(shape.width), abs(shape.height)
    return Block(shape.id, shape.x - width / 2, shape.y - height / 2, width, height)


def _find_frame(shape: Shape, carriers: Mapping[str, Carrier], smaller: list[_Frame]) -> _Frame | None:
    """Return *shape* as a frame around what is in it, *smaller* frames among that; None where it is around nothing."""
    block = _measure(shape)
    inside = [each for each in carriers.values() if _is_in(each, block)]
    if not inside or shape.shape not in ("rectangle", "ellipse"):
        return None
    inside += [each for each in smaller if _is_around(block, each.before)]
    if all(each.before == each.after for each in inside):
        return _Frame(block, block, inside=(*inside,))
    framed = _surround(block, _join([each.before for each in inside]), _join([each.after for each in inside]))
    others = [each.after for each in carriers.values() if not each.before.overlaps(block)]
    framed = _leave_out(framed, _join([each.after for each in inside]), others)
    zone = carriers.get(shape.zone or "")
    return _Frame(block, framed if zone is None else _clip(framed, zone.after), inside=(*inside,))


def _find_box(shape: Shape, carriers: Mapping[str, Carrier], frames: Iterable[_Frame]) -> Block | None:
    """Return where *shape*, which is no frame, goes; None where it stays, or where its zone takes it along."""
    block = _measure(shape)
    # The smallest comes first.
    around = next((each for each in frames if _is_around(each.before, block)), None)
    if around is not None:
        kept = _keep_in_corner(block, around)
        if not any(each.before.overlaps(block) or each.after.overlaps(kept) for each in around.inside):
            return kept
    if shape.zone in carriers or not carriers:
        return None
    return _put_beside(block, carriers)


def _keep_in_corner(block: Block, frame: _Frame) -> Block:
    """Return *block*, as a title, as far from the nearest corner of its *frame* as it was."""
    before, after = frame.before, frame.after
    is_left = block.left - before.left <= before.right - block.right
    is_above = block.top - before.top <= before.bottom - block.bottom
    across = after.left - before.left if is_left else after.right - before.right
    down = after.top - before.top if is_above else after.bottom - before.bottom
    left = max(min(block.left + across, after.right - block.width), after.left)
    top = max(min(block.top + down, after.bottom - block.height), after.top)
    return Block(block.id, left, top, block.width, block.height)


def _is_around(outer: Block, inner: Block) -> bool:
    is_across = outer.left < inner.left and inner.right < outer.right
    return is_across and outer.top < inner.top and inner.bottom < outer.bottom


def _is_in(carrier: Carrier, frame: Block) -> bool:
    """Return whether *frame* is around the middle of *carrier*, which may stick out, but is no zone around the frame."""
    before = carrier.before
    if carrier.is_zone and before.width * before.height > frame.width * frame.height:
        return False
    x, y = before.middle
    return frame.left < x < frame.right and frame.top < y < frame.bottom


def _surround(block: Block, before: Block, after: Block) -> Block:
    """Return *block*, which was around *before*, as far around *after*."""
    left, top = after.left - max(before.left - block.left, PADDING), after.top - max(before.top - block.top, PADDING)
    right = after.right + max(block.right - before.right, PADDING)
    bottom = after.bottom + max(block.bottom - before.bottom, PADDING)
    return Block(block.id, left, top, right - left, bottom - top)


def _leave_out(frame: Block, content: Block, others: Iterable[Block]) -> Block:
    """Return *frame* as much closer to its *content* as it must be to have none of *others* in it, where that can be."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    for each in others:
        if not (each.left < right and left < each.right and each.top < bottom and top < each.bottom):
            continue
        if each.left >= content.right:
            right = min(right, max(each.left - 1, content.right + _CLOSEST))
        elif each.right <= content.left:
            left = max(left, min(each.right + 1, content.left - _CLOSEST))
        elif each.top >= content.bottom:
            bottom = min(bottom, max(each.top - 1, content.bottom + _CLOSEST))
        elif each.bottom <= content.top:
            top = max(top, min(each.bottom + 1, content.top - _CLOSEST))
    return Block(frame.id, left, top, right - left, bottom - top)


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
