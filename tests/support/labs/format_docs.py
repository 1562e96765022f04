"""The table of formats as the documentation has it."""

from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.options import Option

_HEAD = "| Name | Format | File | Read | Written | Preview | Options |\n| --- | --- | --- | --- | --- | --- | --- |\n"
BEGINNING, END = "<!-- formats: made by tests/checkout/test_format_docs.py -->\n", "<!-- end of formats -->"


def render_table() -> str:
    """Return the table of all formats there are."""
    return _HEAD + "".join(map(_render_row, registry.FORMATS))


def find_missing(text: str) -> list[str]:
    """Return the names of the formats whose lines *text* lacks, or has otherwise."""
    return [each.name for each in registry.FORMATS if _render_row(each) not in text]


def replace_table(text: str) -> str:
    """Return *text* with the table as it should be."""
    before, _, rest = text.partition(BEGINNING)
    return before + BEGINNING + render_table() + END + rest.partition(END)[2]


def _render_row(known: Format) -> str:
    writer = known.writer
    files = ", ".join(f"`{suffix}`" for suffix in known.suffixes)
    written = "no" if writer is None else "yes, with secrets" if writer.holds_secrets else "yes"
    preview = writer.preview.upper() if writer and writer.preview else ""
    options = ", ".join(map(_render_option, (*known.read_options, *known.write_options)))
    cells = (f"`{known.name}`", known.title, f"`{known.file_name}` ({files})", "yes" if known.reader else "no", written)
    return "".join(f"| {cell} " if cell else "| " for cell in (*cells, preview, options)) + "|\n"


def _render_option(option: Option) -> str:
    return f"`{option.name}` ({option.kind})"
