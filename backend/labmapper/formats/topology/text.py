"""Plain text of other tools: UTF-8, with or without a mark, and of a size that can be read."""

from labmapper.core.problems import Place, Problem

MAX_BYTES = 16 * 1024 * 1024


def find_text_problem(data: bytes) -> Problem | None:
    """Return what keeps *data* from being read as text, or None."""
    if len(data) > MAX_BYTES:
        size, most = round(len(data) / 1e6), round(MAX_BYTES / 1e6)
        return Problem.error("import-too-large", variant="bytes", size=size, most=most)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem.error("import-unreadable", Place(line=line), variant="text")
    return None
