"""How things look that a person styles: colours, and the width, dashes and route of cables.

Apart from the models of the items, which take long to import: readers of other tools' labs use these too.
"""

from typing import Literal

# What draws the eye to something; how each looks in light and dark is in the tokens of the style sheets.
Color = Literal["red", "orange", "yellow", "green", "teal", "blue", "purple", "gray"]
CableWidth = Literal["thin", "thick", "heavy"]
CableDash = Literal["dashed", "dotted"]
CableRoute = Literal["straight", "orthogonal", "curved"]
