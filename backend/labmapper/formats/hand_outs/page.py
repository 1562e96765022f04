"""The parts that all printed pages share: the document around them, its style, and the address as text and QR code."""

import io
from html import escape

from labmapper.formats.format import Language
from labmapper.formats.hand_outs.fitting import LONG

# Its hash stands in the policy of the page that shows it: `web/security.py` allows no other style.
# Eight slips a page are 105 by 70 mm, but 69.5 mm high on Letter: four of 70 mm are higher than its 279.4 mm. Ten a page are as
# large as a bank card, 85.6 by 54 mm.
STYLE = """\
@page { margin: 0; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; color-scheme: only light; font: 9pt/1.3 system-ui, "Segoe UI", "Liberation Sans", sans-serif; }
body { margin: 0; }
.page { display: grid; align-content: center; justify-content: center; break-after: page; overflow: hidden; }
.page:last-child { break-after: auto; }
.a4 { width: 210mm; height: 296.9mm; }
.letter { width: 215.9mm; height: 279.3mm; }
.slips-8 { grid-template: repeat(4, 70mm) / repeat(2, 105mm); }
.slips-8.letter { grid-template-rows: repeat(4, 69.5mm); }
.slips-4 { grid-template: repeat(4, 70mm) / 210mm; }
.slips-4.letter { grid-template-rows: repeat(4, 69.5mm); }
.slips-10 { grid-template: repeat(5, 54mm) / repeat(2, 85.6mm); }
.slip { display: grid; grid-template: auto 1fr auto / 1fr auto; gap: 1mm 3mm; padding: 7mm 8mm; overflow: hidden; break-inside: avoid;
  outline: 0.2mm dashed #888; }
.slips-10 .slip { padding: 4mm 5mm; gap: 0.5mm 2mm; }
.slip dl { display: grid; grid-template-columns: auto 1fr; gap: 1.6mm 2mm; align-items: baseline; }
.slips-10 dl { gap: 0.8mm 2mm; }
.slip dd { margin: 0; min-width: 0; }
.slip h2 { margin: 0; font-size: 10pt; line-height: 1.2; overflow-wrap: anywhere; min-width: 0; overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.slip header { grid-column: 1 / -1; display: flex; justify-content: space-between; gap: 3mm; }
.slip header span { white-space: nowrap; }
.slip footer { grid-column: 1 / -1; font-size: 8pt; overflow-wrap: anywhere; }
.slip dl, .list dl { margin: 0; align-self: center; min-height: 0; overflow: hidden; }
dt { font-size: 7pt; color: #333; white-space: nowrap; }
dd { margin: 0 0 0.8mm; overflow-wrap: anywhere; }
.secret { font: bold 12pt/1.15 "DejaVu Sans Mono", "Liberation Mono", Consolas, Menlo, monospace; font-feature-settings: "zero"; letter-spacing: 0.06em; white-space: pre-wrap; }
.long { font-size: 9pt; }
.devices { font-size: 8pt; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.lines-1 { -webkit-line-clamp: 1; }
.lines-2 { -webkit-line-clamp: 2; }
.lines-3 { -webkit-line-clamp: 3; }
.qr { width: 24mm; height: 24mm; align-self: center; }
.slips-10 .qr { width: 21mm; height: 21mm; }
.blank { border-bottom: 0.2mm solid #000; display: inline-block; width: 40mm; max-width: 100%; height: 1.2em; }
.list h1 { font-size: 14pt; margin: 0 0 2mm; }
.list h1, .list h2, .list p { overflow-wrap: anywhere; }
.list h2 { font-size: 11pt; margin: 6mm 0 1mm; break-after: avoid; }
.list table { width: 100%; border-collapse: collapse; }
.list thead { display: table-header-group; }
.list tr { break-inside: avoid; }
.list th { text-align: left; font-size: 8pt; white-space: nowrap; }
.list th, .list td { border-bottom: 0.2mm solid #999; padding: 1mm 2mm 1mm 0; vertical-align: top; overflow-wrap: anywhere; }
.list .secret { font-size: 10pt; white-space: nowrap; }
.list .secret.long { white-space: pre-wrap; }
.list .name { min-width: 35mm; }
.list .where { display: flex; align-items: center; gap: 5mm; margin: 0; }
.list ul { list-style: none; padding: 0; }
.list li { margin: 0 0 2mm 7mm; text-indent: -7mm; }
.list li .box { margin-right: 3mm; vertical-align: -0.6mm; }
.box { width: 4mm; height: 4mm; border: 0.3mm solid #000; display: inline-block; }
.group { break-before: page; }
.group:first-of-type { break-before: auto; }
.person dl { display: grid; grid-template-columns: auto 1fr; gap: 1.6mm 3mm; align-items: baseline; }
.person dd { margin: 0; }
.person table { margin-top: 4mm; }
.person footer { margin-top: 4mm; font-size: 8pt; }
.person .where { justify-content: space-between; }
.drawing { display: block; width: 100%; max-height: 150mm; margin-top: 4mm; break-inside: avoid; font-size: 11px; text-anchor: middle; }
.drawing .tile { fill: #fff; stroke: #000; }
.drawing .scenery { stroke: #999; stroke-dasharray: 3 2; }
.drawing .zone { fill: none; stroke: #666; stroke-dasharray: 6 3; }
.drawing .zone-title { text-anchor: start; font-weight: bold; }
.drawing .cable { stroke: #444; fill: none; }
.drawing .thin { stroke-width: 0.6px; }
.drawing .thick { stroke-width: 2px; }
.drawing .heavy { stroke-width: 3.5px; }
.drawing .dashed { stroke-dasharray: 6 4; }
.drawing .dotted { stroke-dasharray: 0.1 4; stroke-linecap: round; stroke-width: 2px; }
.drawing .paint-red { stroke: #b3261e; }
.drawing .paint-orange { stroke: #9a4a00; }
.drawing .paint-yellow { stroke: #75590a; }
.drawing .paint-green { stroke: #216236; }
.drawing .paint-teal { stroke: #0b6a73; }
.drawing .paint-blue { stroke: #1a55b0; }
.drawing .paint-purple { stroke: #7a3fb5; }
.drawing .paint-gray { stroke: #566071; }
.drawing .interface { font-size: 9px; stroke: #fff; stroke-width: 3px; paint-order: stroke; }
.drawing .name { font-weight: bold; }
.drawing .kind { font-size: 8px; fill: #444; }
.drawing .host { font-size: 9.5px; font-family: "DejaVu Sans Mono", "Liberation Mono", Consolas, Menlo, monospace; }
@page a4 { size: A4; }
@page letter { size: letter; }
@page list-a4 { size: A4; margin: 15mm; }
@page list-letter { size: letter; margin: 15mm; }
.a4 { page: a4; }
.letter { page: letter; }
.list-a4 { page: list-a4; }
.list-letter { page: list-letter; }
@media screen { body { background: #ddd; } .page, .list { background: #fff; margin: 4mm auto; } .list { max-width: 216mm; padding: 15mm; } }
"""


def open_document(title: str, language: Language) -> bytes:
    """Return the head of a page in *language*; *title* becomes the name of the PDF and stands in the printer's queue: it names nobody."""
    return (
        f'<!doctype html>\n<html lang="{language.tag}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f'<meta name="referrer" content="no-referrer">\n<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n'
    ).encode()


CLOSE_DOCUMENT = b"</body>\n</html>\n"


def render_secret(text: str) -> str:
    """Return a user name or password in letters that cannot be mistaken for others."""
    size = " long" if len(text) > LONG else ""
    return f'<dd class="secret{size}">{escape(text)}</dd>'


def list_lookalikes(language: Language) -> dict[str, str]:
    """Return of each letter that could be taken for another which one it is; passwords that we make have none."""
    return {
        "0": language.t("0 is zero"),
        "O": language.t("O is a capital o"),
        "o": language.t("o is a small o"),
        "1": language.t("1 is one"),
        "l": language.t("l is a small L"),
        "I": language.t("I is a capital i"),
    }


def show_address(address: str) -> str:
    """Return *address* as people type it: https is what browsers try anyway."""
    return address.removeprefix("https://").removesuffix("/")


def complete_address(address: str) -> str:
    """Return *address* with its scheme, as a QR code needs it."""
    return address if "://" in address else f"https://{address}"


def define_qr(address: str) -> tuple[str, str]:
    """Return the QR code of the *address* of the gateway, never of a password: what draws it once, unseen, and what shows it.

    The second is as small as can be: it stands on every slip.
    """
    # Imported here because `labmapper convert` starts with every format.
    import segno  # noqa: PLC0415

    code, out = segno.make(complete_address(address), error="m", micro=False), io.BytesIO()
    code.save(
        out,
        kind="svg",
        border=4,
        xmldecl=False,
        svgns=True,
        svgid="qr",
        svgclass=None,
        lineclass=None,
        omitsize=True,
        dark="#000",
        light="#fff",
    )
    side, _ = code.symbol_size(border=4)
    shown = f'<svg class="qr" viewBox="0 0 {side} {side}"><use href="#qr"/></svg>'
    return f"<div hidden>{out.getvalue().decode()}</div>\n", shown
