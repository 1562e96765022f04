"""Messages: tokens that Guacamole replaces in values."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

TOKENS = (
    ProblemEntry(
        "token-in-secret",
        "warning",
        "A password holds a token among other text; it would be replaced. A password that is a token and nothing else is taken as meant.",
        "Write `$${GUAC_USERNAME}` if it is part of the password.",
        {
            DEFAULT: Words(
                "{token} in the {parameter} would be replaced when somebody connects.",
                "Write ${token} if it is part of the secret.",
            ),
        },
    ),
    ProblemEntry(
        "token-not-replaced",
        "warning",
        "A token directly behind another, or at the start of a later line, stays as it stands.",
        "Put a character between, or the token into the first line.",
        {
            "behind-token": Words(
                "In {parameter}, {token} stands directly behind another token, where Guacamole does not see it: it would stay as it stands.",
                "Put a character between them, for example a dash.",
            ),
            "later-line": Words(
                "In {parameter}, {token} stands at the start of a later line, where Guacamole does not see it: it would stay as it stands.",
                "Put it into the first line.",
            ),
        },
    ),
    ProblemEntry(
        "token-loses-lines",
        "error",
        "Token-shaped text stands inside a later line: Guacamole sends the value without the lines above it, and no escaping helps.",
        "Put it into the first line, or take it out.",
        {
            DEFAULT: Words(
                "{token} stands inside a later line of {parameter}: Guacamole would leave out the lines above it.",
                "Put it into the first line, or take it out. $ before it does not help here.",
            ),
        },
    ),
    ProblemEntry(
        "token-loses-text",
        "error",
        "A token with a colon reaches to the last brace of its line; the text up to there would be left out.",
        "Leave the modifier out, or put the token behind all other braces.",
        {
            DEFAULT: Words(
                "{token} in {parameter} reaches to the last brace of its line: Guacamole would leave out the text between.",
                "Leave the modifier out, or put this token behind all other braces.",
            ),
        },
    ),
    ProblemEntry(
        "token-modifier-unknown",
        "warning",
        "Guacamole ignores the modifier behind the colon.",
        "Write `UPPER`, `LOWER` or nothing.",
        {
            DEFAULT: Words(
                "{token} in {parameter} has a modifier that Guacamole does not know: it would have no effect.",
                "Write one of {modifiers} behind the colon, or nothing.",
            ),
        },
    ),
    ProblemEntry(
        "token-of-databases",
        "warning",
        "`${HISTORY_PATH}` and `${HISTORY_UUID}` are known for connections in a database only; in a file they stay as they stand.",
        "Write the folder and a name, for example `${GUAC_USERNAME}-${GUAC_DATE}-${GUAC_TIME}`.",
        {
            DEFAULT: Words(
                "{token} in {parameter} would stay as it stands: Guacamole knows it for connections in a database only.",
                "Write a folder of the guacd host, or a name such as ${{GUAC_USERNAME}}-${{GUAC_DATE}}-${{GUAC_TIME}}.",
            ),
        },
    ),
    ProblemEntry(
        "token-misspelt",
        "warning",
        "There is no such token, but one of nearly this name; the text stays as it stands.",
        "Write the name that the hint suggests.",
        {
            DEFAULT: Words(
                "Guacamole has no token {token}; in {parameter} it would stay as it stands.", "Tokens are {tokens}."
            ),
            "near": Words(
                "Guacamole has no token {token}; in {parameter} it would stay as it stands.", "Did you mean {near}?"
            ),
        },
    ),
)
