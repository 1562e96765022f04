"""Shapes around devices become zones; others are counted, none is drawn across another."""

from labmapper.formats.topology.frames import Frame, take_frames
from labmapper.formats.topology.model import Device, Note, Topology


def make(*places: tuple[float, float], notes: tuple[Note, ...] = ()) -> Topology:
    devices = [Device(str(number), f"r{number}", x=x, y=y) for number, (x, y) in enumerate(places)]
    return Topology(devices=devices, notes=list(notes))


def test_a_frame_around_devices_is_a_zone_and_one_around_nothing_is_not() -> None:
    topology = make((10, 10), (50, 50))

    lost = take_frames(topology, [Frame((0, 0, 100, 100), "Core"), Frame((200, 200, 50, 50))])

    assert lost == 1
    assert [(zone.name, zone.box) for zone in topology.zones] == [("Core", (0, 0, 100, 100))]


def test_a_short_text_at_the_upper_edge_is_its_name_and_no_note_any_more() -> None:
    notes = (Note("A long text\nof two lines", 20, 10), Note("Server room", 30, 12), Note("far away", 400, 400))
    topology = make((50, 60), notes=notes)

    take_frames(topology, [Frame((0, 0, 100, 100))])

    assert [zone.name for zone in topology.zones] == ["Server room"]
    assert [note.text for note in topology.notes] == ["A long text\nof two lines", "far away"]


def test_a_text_in_two_frames_is_the_name_of_the_inner_one() -> None:
    topology = make((50, 50), notes=(Note("Rack", 50, 42),))

    take_frames(topology, [Frame((0, 0, 200, 200)), Frame((40, 40, 60, 60))])

    assert {zone.box: zone.name for zone in topology.zones} == {(0, 0, 200, 200): "", (40, 40, 60, 60): "Rack"}


def test_of_two_that_cross_the_larger_one_counts() -> None:
    topology = make((10, 10), (90, 10))

    lost = take_frames(topology, [Frame((0, 0, 60, 60)), Frame((50, 0, 100, 100))])

    assert lost == 1
    assert [zone.box for zone in topology.zones] == [(50, 0, 100, 100)]


def test_sizes_that_are_none_are_no_frames() -> None:
    topology = make((10, 10))

    assert take_frames(topology, [Frame((0, 0, 0, 50)), Frame((0, 0, float("inf"), 50)), Frame((0, 0, -5, 50))]) == 3
    assert topology.zones == []
