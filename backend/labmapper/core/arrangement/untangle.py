"""Untangling an arrangement: blocks change places, slide along their row, and zones are mirrored, where cables then cross and
hide less.

Rows are ordered zone by zone and as if cables bent at every row; here all cables are looked at as they are drawn, straight from
device to device, through every zone.
"""

from collections.abc import Iterable, Mapping

import numpy as np

from labmapper.core.arrangement.blocks import GAP, Block, Boxes, Group, Line
from labmapper.core.arrangement.crossings import Cables, Numbers
from labmapper.core.arrangement.drawn_sizes import PADDING, TITLE

# So many pairs of cables, and of cables and nodes, are compared; large drawings are only partly untangled.
MOST_PAIRS = 8_000_000
# What leads to more cables than this stays where it is: one move would take too much of the budget.
_MOST_CABLES = 600
_MOST_ROUNDS = 6
# Boxes are compared one by one; where so many pairs would have to be, nothing moves.
_MOST_COMPARED = 20_000
# So many places in its row are tried for each block, and those just outside of the row.
_PLACES = 10
# Blocks change places with others at most so many places away.
_FARTHEST = 6
# Less is an error of rounding.
_GAIN = 1e-9
# A block leaves the middle of what it is joined to only where that saves a crossing.
_CROSSING = 0.5

# A cable that leads so little aside stands upright; one that leads a little farther seems to be meant to.
_UPRIGHT, _SLIGHT = 0.5, 40.0
# What others may lose by that: some length, no crossing.
_LITTLE = 0.005

# How far each of some blocks goes.
Ways = Mapping[str, tuple[float, float]]


def untangle(groups: Iterable[Group], boxes: Boxes, cables: Cables) -> None:
    """Move blocks of *groups* in *boxes*, and their nodes in *cables*, so that cables cross and hide less."""
    _Untangler(boxes, cables).work([*groups])


class _Untangler:
    def __init__(self, boxes: Boxes, cables: Cables) -> None:
        self._boxes = boxes
        self._cables = cables
        self._rooms: dict[str, Block] = {}
        self._nodes = {id_: self._find_nodes(id_) for id_ in boxes.boxes}

    def work(self, groups: list[Group]) -> None:
        """Try all moves round by round, until none helps or the budget is spent."""
        for _ in range(_MOST_ROUNDS):
            helped = [self._improve(group) for group in groups]
            if not any(helped):
                break
        for group in groups:
            for line in group.lines if group.may_slide else ():
                self._straighten(group, line)

    def _improve(self, group: Group) -> bool:
        has_helped = self._mirror(group)
        for line in group.lines:
            for one, other in _list_pairs(len(line.ids)):
                if self._exchange(group, line, one, other):
                    line.ids[one], line.ids[other] = line.ids[other], line.ids[one]
                    has_helped = True
        for line in group.lines if group.may_slide else ():
            if not line.is_staggered and self._slide_all(group, line):
                line.ids.sort(key=lambda id_: self._boxes.boxes[id_].left)
                has_helped = True
        return has_helped

    def _mirror(self, group: Group) -> bool:
        blocks = [self._boxes.boxes[id_] for id_ in group.blocks]
        ends = min(block.left for block in blocks) + max(block.right for block in blocks)
        ways = {block.id: (ends - block.left - block.right, 0.0) for block in blocks}
        if not self._is_clear(ways, set(group.siblings).difference(group.blocks)) or not self._try(ways, _GAIN):
            return False
        for line in group.lines:
            line.ids.reverse()
        return True

    def _exchange(self, group: Group, line: Line, place: int, other_place: int) -> bool:
        one, other = (self._boxes.boxes[line.ids[each]] for each in (place, other_place))
        if line.is_staggered or other_place - place > 1:
            right, down = other.middle[0] - one.middle[0], other.middle[1] - one.middle[1]
            ways = {one.id: (right, down), other.id: (-right, -down)}
        else:
            ways = {one.id: (other.right - one.right, 0.0), other.id: (one.left - other.left, 0.0)}
        return self._try(ways, _GAIN, group)

    def _slide_all(self, group: Group, line: Line) -> bool:
        """Slide each block of *line* to where in its row, or just outside of the *group*, it is most out of the way.

        What is nearer comes first: farther away it must be better still, so that nothing leaves the others for a place far aside.
        """
        room = self._find_room(group)
        has_helped = False
        for id_ in line.ids:
            block = self._boxes.boxes[id_]
            places = [room.left + (room.width - block.width) * step / _PLACES for step in range(_PLACES + 1)]
            for place in sorted(places, key=lambda place, start=block.left: abs(place - start)):  # type: ignore[misc]
                has_helped |= self._try({id_: (place - block.left, 0.0)}, _CROSSING, group)
        return has_helped

    def _straighten(self, group: Group, line: Line) -> None:
        """Slide each block of *line* the little way that lets more of its cables stand upright: nearly upright looks like a mistake."""
        for id_ in line.ids:
            slants = self._cables.list_slants(self._nodes[id_])
            upright = sum(abs(slant) < _UPRIGHT for slant in slants)
            for way in sorted({slant for slant in slants if _UPRIGHT <= abs(slant) <= _SLIGHT}, key=abs):
                then = sum(abs(slant - way) < _UPRIGHT for slant in slants)
                if then > upright and self._try({id_: (way, 0.0)}, -_LITTLE, group):
                    break

    def _find_room(self, group: Group) -> Block:
        """Return within which box blocks of *group* stay: inside their zone, or a tile around where all of them were at first."""
        if group.zone is not None:
            zone = self._boxes.boxes[group.zone]
            return Block(
                "",
                zone.left + PADDING,
                zone.top + PADDING + TITLE,
                zone.width - 2 * PADDING,
                zone.height - 2 * PADDING - TITLE,
            )
        key = group.blocks[0]
        if key not in self._rooms:
            blocks = [self._boxes.boxes[id_] for id_ in group.blocks]
            left, top = min(block.left for block in blocks), min(block.top for block in blocks)
            right, bottom = max(block.right for block in blocks), max(block.bottom for block in blocks)
            tiles = [block for block in blocks if block.id not in self._boxes.content]
            more = max(block.width for block in tiles or blocks) + GAP
            self._rooms[key] = Block("", left - more, top, right - left + 2 * more, bottom - top)
        return self._rooms[key]

    def _is_clear(self, ways: Ways, others: Iterable[str]) -> bool:
        """Return whether what moves by *ways* comes to overlap neither each other, where it is two, nor any of *others*."""
        moved = [self._boxes.boxes[id_].find_shifted(*way) for id_, way in ways.items()]
        still = [self._boxes.boxes[id_] for id_ in others]
        if len(moved) * len(still) > _MOST_COMPARED:
            return False
        if len(moved) == 2 and moved[0].overlaps(moved[1]):  # noqa: PLR2004 - the two that change places
            return False
        return not any(one.overlaps(other) for one in moved for other in still)

    def _try(self, ways: Ways, gain: float, group: Group | None = None) -> bool:
        """Move blocks by these *ways* if it then looks better by *gain*, and nothing in the zone of *group* is in the way."""
        nodes = np.concatenate([self._nodes[id_] for id_ in ways])
        touched = self._cables.find_cables(nodes.tolist())
        if not 0 < len(touched) <= _MOST_CABLES or self._cables.compared > MOST_PAIRS:
            return False
        before = self._cables.judge(touched, nodes)
        if before < gain:
            return False
        self._move(ways)
        is_better = self._cables.judge(touched, nodes) < before - gain
        self._move({id_: (-right, -down) for id_, (right, down) in ways.items()})
        if not is_better or (group and not self._has_room(group, ways)):
            return False
        self._move(ways)
        for id_, way in ways.items():
            self._boxes.shift(id_, *way)
        return True

    def _has_room(self, group: Group, ways: Ways) -> bool:
        room = self._find_room(group)
        moved = [self._boxes.boxes[id_].find_shifted(*way) for id_, way in ways.items()]
        return all(map(room.holds, moved)) and self._is_clear(ways, set(group.siblings).difference(ways))

    def _move(self, ways: Ways) -> None:
        for id_, way in ways.items():
            self._cables.move(self._nodes[id_], *way)

    def _find_nodes(self, id_: str) -> Numbers:
        numbers = self._cables.number_of
        return np.array([numbers[each] for each in self._boxes.list_within(id_) if each in numbers], dtype=np.intp)


def _list_pairs(count: int) -> list[tuple[int, int]]:
    """Return the pairs of so many places that are tried: neighbours first."""
    return [(place, place + step) for step in range(1, _FARTHEST + 1) for place in range(count - step)]
