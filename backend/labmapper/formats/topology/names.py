"""Names of what was read from a file as the drawing spells them: no breaks of lines, none empty, each connection's once."""

from collections.abc import Sequence

from labmapper.core.drawing.items import MAX_TEXT
from labmapper.core.lab.numbering import build_literal
from labmapper.core.lab.spelling import UnspellableError, render_pattern, spell_first
from labmapper.core.problems import Problem
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Device


def clean_text(text: str) -> str:
    """Return *text* as a document can hold it: no halves of characters, and no longer than a text may be."""
    return text[:MAX_TEXT].encode("utf-8", "replace").decode("utf-8", "replace")


def clean_name(text: str) -> str:
    """Return *text* in one line, without blanks around it."""
    return " ".join(clean_text(text).split())


def spell_text(text: str) -> str:
    """Return how the drawing writes *text* so that nothing in it counts: what looks like a placeholder means itself."""
    return clean_text(render_pattern(build_literal(clean_text(text))))


def choose_names(devices: Sequence[Device], findings: Findings) -> list[str]:
    """Return the label of each of *devices*, in their order.

    What has no name gets one by its role. Guacamole knows connections by their names alone, so of those that one can
    log in to no two keep the same.
    """
    given = [clean_name(device.name) for device in devices]
    taken = {name for name in given if name}
    seen: set[str] = set()
    numbers: dict[str, int] = {}
    labels = []
    for device, name in zip(devices, given, strict=True):
        chosen = name
        if not name and device.role != "network":
            chosen = _find_free(f"{device.role}", taken, numbers, "{}{}")
            findings.add(Problem.warning("import-device-name", device.place, variant="missing", name=chosen))
        elif device.consoles and name in seen:
            chosen = _find_free(name, taken, numbers, "{} ({})")
            findings.add(
                Problem.warning(
                    "import-device-name", device.place, variant="taken", taken=shorten(name), name=shorten(chosen)
                )
            )
        if device.consoles:
            seen.add(name)
        labels.append(_spell(chosen, device))
    return labels


def _find_free(name: str, taken: set[str], numbers: dict[str, int], form: str) -> str:
    number = numbers.get(name, 1 if "(" in form else 0) + 1
    while form.format(name, number) in taken:
        number += 1
    numbers[name] = number
    chosen = form.format(name, number)
    taken.add(chosen)
    return chosen


def _spell(name: str, device: Device) -> str:
    """Return the label for *name*. The reader of a stack has written its name with what counts in it."""
    if device.count > 1:
        return name
    try:
        return clean_text(spell_first(build_literal(name), range(1, 2)))
    except UnspellableError:
        return name.translate({ord("{"): "(", ord("}"): ")"})
