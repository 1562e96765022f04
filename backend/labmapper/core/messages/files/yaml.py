"""Messages: YAML that cannot be read."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

YAML = (
    ProblemEntry(
        "yaml-empty",
        "error",
        "The file is empty.",
        "Choose another file.",
        {
            DEFAULT: Words("The file is empty.", "Choose another file."),
        },
    ),
    ProblemEntry(
        "yaml-syntax",
        "error",
        "The file is no YAML: a tab, a wrong indentation, an open quote.",
        "Look at the line, and at the one before.",
        {
            "at-line": Words(
                "Line {line}, column {column}: {reason}.",
                "Indent with the same number of blanks everywhere, and put text with special characters in quotes.",
            ),
            "bad-start": Words(
                "Line {line}, column {column}: {reason}.",
                "Indent with blanks, not with tabs; put text that begins with a special character in quotes.",
            ),
            "unreadable-character": Words(
                "This is not YAML: {reason}.",
                "Indent with blanks, not with tabs; put text that begins with a special character in quotes.",
            ),
        },
    ),
    ProblemEntry(
        "yaml-sign",
        "error",
        "A value begins with `!`, `&` or `*`, which YAML takes for a tag, an anchor or an alias. Tags such as `!vault` mean nothing here.",
        "Put the value in single quotes, or write what the tag stands for.",
        {
            "tag": Words(
                "Line {line}: {tag} is a tag, and tags mean nothing here.",
                "Write the value itself; where the text begins with !, put all of it in single quotes.",
            ),
            "exclamation-mark": Words(
                "Line {line}: YAML takes text that begins with ! for a tag, so there is no value.",
                "Put the value in single quotes.",
            ),
            "anchor": Words(
                "Line {line}: YAML takes text that begins with & for an anchor, so there is no value.",
                "Put the value in single quotes.",
            ),
            "alias": Words(
                "Line {line}: YAML takes text that begins with * for an alias, and there is no anchor of that name.",
                "Put the value in single quotes.",
            ),
        },
    ),
    ProblemEntry(
        "yaml-left-out",
        "warning",
        "YAML leaves out what begins with `#` behind a blank, and what begins with `&` before a value that nothing refers to.",
        "Put the value in single quotes if that belongs to it.",
        {
            "comment": Words(
                "Line {line}: the value ends before the #, because YAML takes what follows for a comment.",
                "Put all of it in single quotes if it belongs to the value; if it is a comment, write a blank behind the #.",
            ),
            "anchor": Words(
                "Line {line}: YAML takes what begins with & for an anchor, to which nothing refers, and leaves it out of the value.",
                "Put all of it in single quotes if it belongs to the value.",
            ),
        },
    ),
    ProblemEntry(
        "yaml-duplicate-key",
        "error",
        "A key comes twice in one place; YAML would keep the last.",
        "Delete or rename one.",
        {
            DEFAULT: Words(
                "The key '{key}' stands on line {first} and again on line {line}.",
                "Rename or delete one of them; a reader would silently drop the first.",
            ),
        },
    ),
    ProblemEntry(
        "yaml-key",
        "error",
        "A key is not a single word or text.",
        "Write the key as text.",
        {
            DEFAULT: Words("a key must be a word.", "Write the key as text.", "line"),
        },
    ),
    ProblemEntry(
        "yaml-not-utf8",
        "error",
        "The file is not UTF-8.",
        "Save it as UTF-8.",
        {
            DEFAULT: Words(
                "Line {line} is not UTF-8: the byte {byte} is probably Latin-1 or Windows-1252.",
                "Save the file as UTF-8 in your editor, then try again.",
            ),
            "wide": Words(
                "The file is {encoding}, not UTF-8.",
                "Save it as UTF-8: in the Windows Notepad by Save as, Encoding; in PowerShell by Out-File -Encoding utf8.",
            ),
        },
    ),
    ProblemEntry(
        "yaml-too-large",
        "error",
        "The file is larger than any lab needs.",
        "Choose another file.",
        {
            DEFAULT: Words("The file has {size} MB; up to {most} MB can be read.", "Is it the right file?"),
        },
    ),
    ProblemEntry(
        "yaml-too-complex",
        "error",
        "The file nests too deep or repeats too much.",
        "Write it without anchors and aliases.",
        {
            "aliases": Words("Line {line}: the file has more than {most} aliases.", "Write the values out."),
            "levels": Words("Line {line}: the file has more than {most} levels.", "Write the values out."),
            "values": Words(
                "The file has more than {most:,} values.", "Is it the right file? Split the lab where it is."
            ),
        },
    ),
)
