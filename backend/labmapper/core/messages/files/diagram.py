"""Messages: diagram documents."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

# Why Guacamole would refuse a file, as its own readers do.
_REFUSED = {
    "syntax": "it is not well-formed in line {line} ({name})",
    "root": "its first element, in line {line}, is '{name}' and not 'user-mapping'",
    "element": "no element '{name}' may stand where line {line} has one",
    "encoding": "it does not know the encoding '{name}' of line {line}",
    "nameless": "a connection of '{name}' in line {line} has no name",
    "doctype": "line {line} declares the document type '{name}', which it would fetch",
}

DIAGRAM = (
    ProblemEntry(
        "diagram-syntax",
        "error",
        "The file is no JSON.",
        "Choose a diagram that Labmapper has written.",
        {
            "not-utf8": Words("The file is not UTF-8.", "Export the diagram again."),
            "not-json": Words("Line {line}, column {column}: {reason}.", "Export the diagram again."),
            "too-deep": Words("The file nests too deep.", "Export the diagram again."),
            "too-many-digits": Words("A number in the file has too many digits.", "Export the diagram again."),
        },
    ),
    ProblemEntry(
        "diagram-shape",
        "error",
        "The JSON is no diagram.",
        "Choose a diagram that Labmapper has written.",
        {
            "too-many": Words(
                "The file has {count} faults: it is no diagram.", "Open a diagram document that Labmapper has written."
            ),
            "missing": Words("Field required", "Open a diagram document that Labmapper has written.", "field"),
            "extra-forbidden": Words(
                "Extra inputs are not permitted", "Open a diagram document that Labmapper has written.", "field"
            ),
            "invalid-key": Words(
                "Keys should be strings", "Open a diagram document that Labmapper has written.", "field"
            ),
            "model-type": Words(
                "Input should be a valid dictionary or instance of {class_name}",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "model-attributes-type": Words(
                "Input should be a valid dictionary or object to extract fields from",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "dict-type": Words(
                "Input should be a valid dictionary", "Open a diagram document that Labmapper has written.", "field"
            ),
            "list-type": Words(
                "Input should be a valid list", "Open a diagram document that Labmapper has written.", "field"
            ),
            "string-type": Words(
                "Input should be a valid string", "Open a diagram document that Labmapper has written.", "field"
            ),
            "string-unicode": Words(
                "Input should be a valid string, unable to parse raw data as a unicode string",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "string-pattern-mismatch": Words(
                "String should match pattern '{pattern}'",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "string-too-long": Words(
                Plural(
                    "max_length",
                    {
                        "one": "String should have at most {max_length} character",
                        "other": "String should have at most {max_length} characters",
                    },
                ),
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "too-long": Words(
                Plural(
                    "max_length",
                    {
                        "one": "{field_type} should have at most {max_length} item after validation, not {actual_length}",
                        "other": "{field_type} should have at most {max_length} items after validation, not {actual_length}",
                    },
                ),
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "bool-type": Words(
                "Input should be a valid boolean", "Open a diagram document that Labmapper has written.", "field"
            ),
            "int-type": Words(
                "Input should be a valid integer", "Open a diagram document that Labmapper has written.", "field"
            ),
            "int-parsing-size": Words(
                "Unable to parse input string as an integer, exceeded maximum size",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "float-type": Words(
                "Input should be a valid number", "Open a diagram document that Labmapper has written.", "field"
            ),
            "finite-number": Words(
                "Input should be a finite number", "Open a diagram document that Labmapper has written.", "field"
            ),
            "greater-than-equal": Words(
                "Input should be greater than or equal to {ge}",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "less-than-equal": Words(
                "Input should be less than or equal to {le}",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "literal-error": Words(
                "Input should be {expected}", "Open a diagram document that Labmapper has written.", "field"
            ),
            "union-tag-invalid": Words(
                "Input tag '{tag}' found using {discriminator} does not match any of the expected tags: {expected_tags}",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "union-tag-not-found": Words(
                "Unable to extract tag using discriminator {discriminator}",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "other": Words("{reason}", "Open a diagram document that Labmapper has written.", "field"),
            "id-repeated": Words(
                "The id '{item}' is used twice", "Open a diagram document that Labmapper has written.", "field"
            ),
            "zone-missing": Words(
                "'{item}' is in zone '{zone}', which is not in the diagram",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "pod-without-users": Words(
                "Zone '{item}' is a pod of '{users}', which is not a users node of the diagram",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "link-end-missing": Words(
                "Link '{item}' ends at '{end}', which is not a device, network or gateway",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "access-without-users": Words(
                "Access '{item}' starts at '{users}', which is not a users node of the diagram",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "access-without-target": Words(
                "Access '{item}' ends at '{target}', which is not a device, zone or network",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
            "zone-in-itself": Words(
                "Zone '{item}' is inside itself", "Open a diagram document that Labmapper has written.", "field"
            ),
            "zone-too-deep": Words(
                "Zone '{item}' is more than {most} zones deep",
                "Open a diagram document that Labmapper has written.",
                "field",
            ),
        },
    ),
    ProblemEntry(
        "diagram-newer",
        "error",
        "The diagram was written by a newer Labmapper.",
        "Update Labmapper.",
        {
            DEFAULT: Words(
                "This diagram has schema {schema}; this Labmapper reads up to {supported}.",
                "Update Labmapper, then open it again.",
            ),
        },
    ),
    ProblemEntry(
        "not-as-drawn",
        "error",
        "The file was read back as Guacamole would, and showed something else than drawn. This is a fault in Labmapper.",
        "Report it, with the diagram.",
        {
            **{
                f"refused-{what}": Words(
                    f"Guacamole would refuse the whole file: {reason}.",
                    "This is a fault in Labmapper, not in your lab: please report it with the diagram.",
                )
                for what, reason in _REFUSED.items()
            },
            "log-in": Words(
                "{user} could not log in.",
                "This is a fault in Labmapper, not in your lab: please report it with the diagram.",
            ),
            "connections": Words(
                "{user} would see other connections than drawn.",
                "This is a fault in Labmapper, not in your lab: please report it with the diagram.",
            ),
            "people": Words(
                Plural(
                    "found",
                    {
                        "one": "{found} person could log in, not {meant}.",
                        "other": "{found} people could log in, not {meant}.",
                    },
                ),
                "This is a fault in Labmapper, not in your lab: please report it with the diagram.",
            ),
        },
    ),
)
