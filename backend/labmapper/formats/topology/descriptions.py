"""What a lab says about itself, as a note on its drawing: its beginning where it is long, and word of the rest."""

from labmapper.core.problems import Place
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Note, Topology

_LONGEST = 2_000
# At the end of what is kept a word is looked for in so many characters.
_LAST_WORD = 100


def add_description(topology: Topology, text: str, findings: Findings, place: Place) -> None:
    """Add *text*, which stands at *place*, to the notes of *topology*, and tell *findings* where it is cut."""
    text = text.strip()
    if len(text) > _LONGEST:
        kept = text[:_LONGEST]
        end = max(kept.rfind(blank, _LONGEST - _LAST_WORD) for blank in (" ", "\n"))
        kept = kept[:end] if end > 0 else kept
        findings.lose("rest", text[len(kept) :].strip(), place)
        text = f"{kept.rstrip()}…"
    if text:
        topology.notes.append(Note(text))
