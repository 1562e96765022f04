"""Shapes around devices become zones, none across another; others are drawn as what they are."""

from labmapper.formats.topology.frames import Frame, take_frames
from labmapper.formats.topology.model import Device, Figure, Note, Topology


def make(*places: tuple[float, float], notes: tuple[Note, ...] = ()) -> Topology:
    devices = [Device(str(number), f"r{number}", x=x, y=y) for number, (x, y) in enumerate(places)]
    return Topology(devices=devices, notes=list(notes))


def test_a_frame_around_devices_is_a_zone_and_one_around_nothing_a_figure() -> None:
    topology = make((10, 10), (50, 50))

    frames = [Frame((0, 0, 100, 100), "Core", color="blue"), Frame((200, 200, 50, 20), "", "ellipse", "red")]
    lost = take_frames(topology, frames)

    assert lost == 0
    assert [(zone.name, zone.box, zone.color) for zone in topology.zones] == [("Core", (0, 0, 100, 100), "blue")]
    assert topology.figures == [Figure(225, 210, 50, 20, "ellipse", "", "red")]


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

    assert lost == 0
    assert [zone.box for zone in topology.zones] == [(50, 0, 100, 100)]
    assert [figure.x for figure in topology.figures] == [30]


def test_of_texts_in_a_frame_a_word_is_its_name_before_an_address_and_the_end_of_one_never() -> None:
    notes = (Note(".254", 50, 2), Note("10.0.0.0/24", 50, 6), Note("LAN 1", 50, 20))
    named, numbered = make((50, 50), notes=notes), make((50, 50), notes=notes[:2])

    take_frames(named, [Frame((0, 0, 100, 100))])
    take_frames(numbered, [Frame((0, 0, 100, 100))])

    assert [named.zones[0].name, numbered.zones[0].name] == ["LAN 1", "10.0.0.0/24"]


def test_more_figures_than_anybody_draws_are_counted() -> None:
    topology = make((10, 10))

    assert take_frames(topology, [Frame((200 + place, 200, 5, 5)) for place in range(600)]) == 100
    assert len(topology.figures) == 500


def test_sizes_that_are_none_are_no_frames() -> None:
    topology = make((10, 10))

    assert take_frames(topology, [Frame((0, 0, 0, 50)), Frame((0, 0, float("inf"), 50)), Frame((0, 0, -5, 50))]) == 3
    assert topology.zones == []
