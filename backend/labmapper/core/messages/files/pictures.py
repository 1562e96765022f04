"""Messages: pictures that are put on a drawing."""

from labmapper.core.messages.entries import ProblemEntry, Words
from labmapper.core.messages.templates import Plural

PICTURES = (
    ProblemEntry(
        "picture-unfit",
        "error",
        "A picture cannot lie on the drawing.",
        "Save it as PNG, JPEG or plain SVG, smaller where it is too large.",
        {
            "kind": Words("This file is neither PNG, JPEG nor SVG.", "Save the picture as one of these."),
            "bytes": Words(
                "This picture has {size} MiB; a picture may have {most} MiB.", "Make it smaller, or save it as JPEG."
            ),
            "together": Words(
                "With this picture the pictures of the diagram have more than {most} MiB together.",
                "Make it smaller, or take another one off first.",
            ),
            "count": Words(
                "This diagram has {most} pictures already, those of its earlier versions among them.",
                "Take some off the drawing, and go on once its earlier versions are gone; or make a new diagram.",
            ),
            "pixels": Words(
                "This picture is {width} by {height} pixels large; at most {most} on a side and {millions} million in all are taken.",
                "Make it smaller.",
            ),
            "broken": Words(
                "This picture is broken or cut off.", "Open it in a program for pictures and save it again."
            ),
            "name": Words(
                "The picture under the id {name} is another one.", "Name each picture by what keeping it has answered."
            ),
            "parts": Words(
                "This SVG has more than {most} parts, or shows that many by repeating them.", "Save it as PNG."
            ),
            "size": Words("This SVG does not say how large it is.", "Save it with a width and a height, or as PNG."),
            "unsafe": Words(
                "This SVG declares entities, which could make it grow without end.", "Save it as plain SVG, or as PNG."
            ),
        },
    ),
    ProblemEntry(
        "pictures-left-out",
        "warning",
        "Pictures of the drawing were not taken in.",
        "Put them in again.",
        {
            "unfit": Words(
                Plural(
                    "count",
                    {
                        "one": "{count} picture is not taken in. {reason}",
                        "other": "{count} pictures are not taken in. The first: {reason}",
                    },
                ),
                "Put it in again once it is mended.",
            ),
        },
    ),
)
