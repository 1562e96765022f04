"""The formats that Labmapper reads and writes: one module each, and one line here.

The order is the order of precedence: a file is what the first format says that recognises it, and a file name is written
in the first format that has its ending. So a special format stands before a general one, and those of JSON before that of
YAML, which JSON is too.
"""

from labmapper.formats import (
    ansible,
    cml,
    containerlab,
    credentials_csv,
    device_table,
    dot,
    drawio,
    eveng,
    gns3,
    graphml,
    guacamole_import,
    guacamole_json,
    guacamole_mysql,
    guacamole_postgresql,
    guacamole_user_mapping,
    hand_outs,
    labmapper_diagram,
    natlas,
    netlab,
    pyats,
    usermapper_config,
    virl,
)
from labmapper.formats.format import Format

FORMATS: tuple[Format, ...] = (
    guacamole_user_mapping.FORMAT,
    drawio.FORMAT,
    # These two look only for what they have, and need not find the keys at the top of a large file.
    gns3.FORMAT,
    eveng.FORMAT,
    containerlab.FORMAT,
    cml.FORMAT,
    virl.FORMAT,
    graphml.FORMAT,
    natlas.FORMAT,
    dot.FORMAT,
    netlab.FORMAT,
    ansible.FORMAT,
    pyats.FORMAT,
    labmapper_diagram.FORMAT,
    usermapper_config.FORMAT,
    device_table.FORMAT,
    guacamole_postgresql.FORMAT,
    guacamole_mysql.FORMAT,
    guacamole_import.FORMAT,
    guacamole_json.FORMAT,
    hand_outs.SLIPS,
    hand_outs.STUDENT_PAGES,
    hand_outs.SHEET,
    hand_outs.MAIL_MERGE,
    hand_outs.GROUP_LIST,
    credentials_csv.EXACT,
    credentials_csv.SPREADSHEET,
)

# What all is about: it has a button of its own, is kept with the diagram, and is written where nothing else is asked for.
MAIN = guacamole_user_mapping.FORMAT
# What a file is taken for that no format recognises: its messages help most.
FALLBACK = usermapper_config.FORMAT


def list_readable() -> tuple[Format, ...]:
    """Return the formats that can be read."""
    return tuple(each for each in FORMATS if each.reader)


def list_writable() -> tuple[Format, ...]:
    """Return the formats that can be written."""
    return tuple(each for each in FORMATS if each.writer)


def find_readable(name: str) -> Format | None:
    """Return the format called *name*, or None where none that can be read is called so."""
    return next((each for each in list_readable() if each.name == name), None)


def find_writable(name: str) -> Format | None:
    """Return the format called *name*, or None where none that can be written is called so."""
    return next((each for each in list_writable() if each.name == name), None)


def recognise(data: bytes) -> Format:
    """Return the format of *data*; what nothing else recognises is taken for a ``config.yaml``."""
    return next((each for each in list_readable() if each.reader and each.reader.recognises(data)), FALLBACK)


def find_by_ending(file_name: str) -> Format | None:
    """Return the format that *file_name* is written in, by the longest of its endings."""
    endings = [(suffix, each) for each in list_writable() for suffix in each.suffixes]
    found = [(len(suffix), each) for suffix, each in endings if file_name.lower().endswith(suffix)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def list_previewed() -> dict[str, Format]:
    """Return the formats that have a preview, by its short name."""
    return {each.writer.preview: each for each in FORMATS if each.writer and each.writer.preview}


def list_accepted() -> str:
    """Return the endings and media types of all that can be read, as a choice of files in a browser takes them."""
    formats = list_readable()
    endings = [suffix for each in formats for suffix in each.suffixes]
    return ",".join(dict.fromkeys([*endings, *(each.media_type for each in formats)]))
