"""What labs say about themselves: a note, and word of what has no room in it."""

from labmapper.core.problems import Place
from labmapper.formats.topology.descriptions import add_description
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology


def test_a_long_text_ends_behind_a_word_and_it_is_told_what_comes_then() -> None:
    topology, findings = Topology(), Findings()

    add_description(topology, "word " * 399 + "and between segments, at last.", findings, Place(line=7))

    (note,) = topology.notes
    (problem,) = findings.collect()
    assert note.text.endswith("word and…")
    assert problem.message == "Line 7: The text is too long for a note, which ends before: between segments, at last."


def test_a_text_without_blanks_is_cut_all_the_same() -> None:
    topology, findings = Topology(), Findings()

    add_description(topology, "a" * 5_000, findings, Place())

    assert len(topology.notes[0].text) == 2_001
    assert [problem.variant for problem in findings.collect()] == ["rest"]
