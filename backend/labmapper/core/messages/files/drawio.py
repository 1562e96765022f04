"""Messages: what a file of draw.io has more of than one drawing."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

DRAWIO = (
    ProblemEntry(
        "import-pages",
        "error, warning",
        "The drawing has several pages, and one of them is read.",
        "Say the page, by its name or number.",
        {
            DEFAULT: Words(
                "The drawing has more pages than {page}, which is read: {others}.",
                "Say which page you want by its name or number, and bring in each by itself.",
            ),
            "unknown": Words(
                "The drawing has no page {page}. Its pages are {others}.", "Say one of these, or its number."
            ),
        },
    ),
)
