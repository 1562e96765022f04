"""The pictures of a drawing on printed pages: each is written once, however many pages show it."""

from html import escape
from typing import TYPE_CHECKING

from labmapper.formats.hand_outs.student_cables import cut

if TYPE_CHECKING:
    # pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.drawing.items import Shape


def define_pictures(drawing: "Diagram | None") -> str:
    """Return an invisible SVG with all pictures that *drawing* brings along, for pages to show."""
    if drawing is None or not drawing.pictures:
        return ""
    symbols = (
        f'<symbol id="picture-{name}" viewBox="0 0 100 100" preserveAspectRatio="none">'
        f'<image width="100" height="100" preserveAspectRatio="none" href="{data}"/></symbol>'
        for name, data in drawing.pictures.items()
    )
    return f'<svg width="0" height="0" aria-hidden="true">{"".join(symbols)}</svg>'


def show_picture(shape: "Shape", drawing: "Diagram", box: tuple[float, float, float, float]) -> str:
    """Return the picture *shape* in *box* where *drawing* brings it along, nothing for any other shape."""
    if shape.shape != "picture" or shape.picture not in drawing.pictures:
        return ""
    x, y, width, height = box
    named = f' role="img" aria-label="{escape(cut(shape.label, 200))}"' if shape.label else ""
    place = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<use {place} opacity="{(shape.opacity or 100) / 100:g}"{named} href="#picture-{shape.picture}"/>'
