"""Groups of blocks beside each other without overlaps: on shelves, and one clear of what stands in its way."""

import math
from collections.abc import Iterable, Sequence

from labmapper.core.arrangement.blocks import GAP, Block

# Where more stands in the way than this, a group is put beside all of it.
_MOST_TRIED = 200


def place_in_shelves(groups: Sequence[Sequence[Block]]) -> None:
    """Move *groups* beside and below each other, in rows about half as wide again as all of them are high."""
    boxes = [_find_box(group) for group in groups]
    area = sum((right - left + GAP) * (bottom - top + GAP) for left, top, right, bottom in boxes)
    widest = max([math.sqrt(area * 1.5), *(right - left for left, _, right, _ in boxes)])
    x = y = height = 0.0
    for group, (left, top, right, bottom) in zip(groups, boxes, strict=True):
        if x and x + right - left > widest:
            x, y, height = 0.0, y + height + 2 * GAP, 0.0
        shift_all(group, x - left, y - top)
        x += right - left + 2 * GAP
        height = max(height, bottom - top)


def move_clear(group: Sequence[Block], left: float, top: float, others: Sequence[Block], room: float) -> None:
    """Move *group* to *left* and *top*, or to the nearest place straight beside that where it overlaps none of *others*."""
    box = _find_box(group)
    shift_all(group, left - box[0], top - box[1])
    if any(one.overlaps(other) for one in group for other in others):
        shift_all(group, *_find_way(_find_box(group), others, room))


def shift_all(group: Iterable[Block], right: float, down: float) -> None:
    """Move all of *group*."""
    for block in group:
        block.shift(right, down)


def _find_way(box: tuple[float, float, float, float], others: Sequence[Block], room: float) -> tuple[float, float]:
    """Return the shortest way right, left, up or down by which *box* gets clear of *others*, with *room* between."""
    left, top, right, bottom = box
    last = max(other.right for other in others) + room - left, 0.0
    if len(others) > _MOST_TRIED:
        return last
    ways = [last]
    for other in others:
        ways += [(other.right + room - left, 0.0), (other.left - room - right, 0.0)]
        ways += [(0.0, other.bottom + room - top), (0.0, other.top - room - bottom)]
    ways.sort(key=lambda way: abs(way[0]) + abs(way[1]))

    around = Block("", left, top, right - left, bottom - top)
    clear = (way for way in ways if not any(around.find_shifted(*way).overlaps(other) for other in others))
    return next(clear, last)


def _find_box(group: Sequence[Block]) -> tuple[float, float, float, float]:
    return (
        min(block.left for block in group),
        min(block.top for block in group),
        max(block.right for block in group),
        max(block.bottom for block in group),
    )
