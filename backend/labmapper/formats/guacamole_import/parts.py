"""Cuts the import into files that Guacamole and the proxies before it take at once."""

from collections.abc import Iterator

from labmapper.formats.format import Content
from labmapper.formats.guacamole_import.records import Records
from labmapper.formats.guacamole_import.syntaxes import SYNTAXES

# nginx takes 1 MiB unless it is told otherwise, and Guacamole's page adds some to what it sends.
LARGEST = 900_000


def list_sizes(content: Content) -> list[int]:
    """Return how many records each part holds; a record that is too large by itself stands alone in one."""
    records, syntax = Records(content), SYNTAXES[str(content.values["syntax"])]
    frame = len(syntax.begin(records).encode()) + len(syntax.end)
    sizes, filled = [0], frame
    for record in records:
        size = len(syntax.render(record, records).encode()) + len(syntax.between)
        if sizes[-1] and filled + size > LARGEST:
            sizes.append(0)
            filled = frame
        sizes[-1] += 1
        filled += size
    return sizes


def render_part(content: Content) -> Iterator[bytes]:
    """Yield the part that the values of *content* ask for."""
    records, syntax = Records(content), SYNTAXES[str(content.values["syntax"])]
    part, seed_is_known = int(content.values["part"]), content.seed is not None
    # Whoever only looks sees the beginning, which is in the first part whatever its size.
    sizes = list_sizes(content) if seed_is_known else [len(records)]
    begin = sum(sizes[: part - 1])
    end = begin + sizes[part - 1] if part <= len(sizes) else begin
    yield syntax.begin(records).encode()
    if not len(records):
        yield syntax.empty.encode()
    for number, record in enumerate(records):
        if number >= end:
            break
        if number >= begin:
            yield ((syntax.between if number > begin else "") + syntax.render(record, records)).encode()
    yield syntax.end.encode()
