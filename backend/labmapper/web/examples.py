"""The example labs that an empty editor offers."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from labmapper import core

_FOLDER = Path(core.__file__).with_name("examples")


@cache
def load_examples() -> tuple[dict[str, Any], ...]:
    """Return the example diagrams, in the order of their file names."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.json")))
