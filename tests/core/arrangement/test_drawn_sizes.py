"""Room for what is drawn: notes as wide and high as the canvas paints them."""

from labmapper.core.arrangement.drawn_sizes import measure
from labmapper.core.drawing.items import Note


def test_a_long_note_is_measured_as_wide_as_it_is_drawn() -> None:
    short, long = (measure(Note(id="n", type="note", label="word " * count)) for count in (20, 400))

    assert (round(short[0]), round(long[0])) == (236, 522)
    assert long[1] + long[2] < 600
