"""The diagram document of a lab that was written: laid out, ready for the editor."""

import json
from collections.abc import Iterator

from labmapper.core.lab.structure import Lab
from labmapper.formats.format import Exporter


def render(lab: Lab, _seed: bytes) -> Iterator[bytes]:
    """Yield the laid-out diagram of *lab*; its passwords are made by whoever holds its seed."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.diagram_from_lab import build_diagram  # noqa: PLC0415
    from labmapper.core.drawing.document import render_diagram  # noqa: PLC0415

    yield json.dumps(render_diagram(build_diagram(lab)), ensure_ascii=False, indent=1).encode() + b"\n"


EXPORTER = Exporter("diagram", "Labmapper diagram", (".json",), render)
