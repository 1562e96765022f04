"""Messages: names of devices and users."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

# What may have a character that nobody can type.
_LOG_INS = {
    "user-name": "The user name",
    "roster-name": "A user name of the roster",
    "password": "The password",
    "roster-password": "The password of {user}",
}

# What to do about it, where it was drawn and where it was written in a file.
UNTYPABLE_CURES = {
    "drawn": "Delete the character, or type the text again.",
    "written": "Delete the character, or type the text again.",
    "tab": r"Delete the tab. In double quotes \t is a tab: in single quotes, as in 'LAB\teacher', it is not.",
    "line-end": "Write the text on the line of its key, in single quotes. Behind | or > it ends with a line break.",
}

NAMES = (
    ProblemEntry(
        "name-missing",
        "error",
        "A device, a group or a line of a roster has no name.",
        "Type one; the trailing digits count up.",
        {
            "user": Words("This user has no name.", "Type a name, for example R1."),
            "device": Words("This device has no name.", "Type a name, for example R1."),
            "roster-line": Words(
                "Line {position} of the roster has no user name.", "Type the user name, or delete the line."
            ),
        },
    ),
    ProblemEntry(
        "name-not-counting",
        "error",
        "There are several, and the name has no number: all would be called the same.",
        "End the name in a number, or put `{n}` where the number goes.",
        {
            "user": Words(
                "{quantity} users would all be called {name}.",
                "End the name in a number, for example {name}1, or put {{n}} where the number goes.",
            ),
            "device": Words(
                "{quantity} devices would all be called {name}.",
                "End the name in a number, for example {name}1, or put {{n}} where the number goes.",
            ),
        },
    ),
    ProblemEntry(
        "name-outgrows-width",
        "warning",
        "The last number has more digits than the first, so Guacamole sorts it before.",
        "Begin with more digits: `PC09` instead of `PC9`.",
        {
            DEFAULT: Words(
                "{first} to {last} outgrow their width: Guacamole sorts {last} before {first}.",
                "Begin with more digits, for example {wide} instead of {narrow}.",
            ),
        },
    ),
    ProblemEntry(
        "name-blanks",
        "error, warning",
        "A name begins or ends with a blank. Guacamole's log-in form cuts blanks off, so such a user could not log in (error); of a device it is a warning.",
        "Delete the blank.",
        {
            "user": Words(
                "The name '{name}' begins or ends with a blank: the log-in form cuts them off, so nobody could log in.",
                "Delete the blank.",
            ),
            "device": Words(
                "The name '{name}' begins or ends with a blank: they are easy to overlook.", "Delete the blank."
            ),
        },
    ),
    ProblemEntry(
        "name-shuts-page",
        "error",
        "A connection has a character above U+00FF in its name, such as Cyrillic, a long dash, curly quotes or an emoji. From a file, or by links, Guacamole's start page cannot encode it, and never opens for who sees that connection. SQL and the import file take any name.",
        "Spell it with Latin letters and plain signs; `ä`, `é` and `ß` are fine.",
        {
            "name": Words(
                "The name {name} has {character}: from a file Guacamole's start page then never opens.",
                "Spell it with Latin letters, digits and plain signs; letters such as ä and é are fine.",
            ),
            "name-spelt": Words(
                "The name {name} has {character}: from a file Guacamole's start page then never opens.",
                "Write it with Latin letters and plain signs, for example '{spelling}'.",
            ),
            "copy": Words(
                "A copy would be called {name}, which has {character}: from a file Guacamole's start page then never opens for who sees that copy.",
                "Give the person another user name, or put {{pod}} into the name of the device.",
            ),
            "copy-spelt": Words(
                "A copy would be called {name}, which has {character}: from a file Guacamole's start page then never opens for who sees that copy.",
                "Put {{pod}} into the name of the device, or give the person a user name of Latin letters, for example '{spelling}'.",
            ),
        },
    ),
    ProblemEntry(
        "name-unsafe-in-paths",
        "warning",
        "A connection is called `.` or `..`, or has `/` or `\\` in its name, which web servers refuse in addresses.",
        "Use other characters.",
        {
            DEFAULT: Words(
                "The name {name} has a character that Guacamole's web server refuses in addresses.",
                "Use letters, digits, blanks, - and _ only.",
            ),
        },
    ),
    ProblemEntry(
        "number-negative",
        "error",
        "An offset brings the number in a name below zero.",
        "Make the offset larger.",
        {
            DEFAULT: Words("The number in {name} is below zero.", "Make the offset in the placeholder larger."),
        },
    ),
    ProblemEntry(
        "placeholder-unknown",
        "error, warning",
        "Braces hold something that is no placeholder. In a name they stay as they stand (warning), in a host they can only be wrong (error).",
        "Placeholders are `{n}` and `{pod}`, for example `{pod*10+5000}` or `{n:02}`.",
        {
            "name": Words(
                "{placeholder} in {name} is taken as it stands.",
                "Placeholders are {{n}} and {{pod}}, with *factor, +offset and :02 for the width.",
            ),
            "host": Words(
                "{placeholder} in the host is not a placeholder.",
                "Placeholders are {{n}} and {{pod}}, with *factor, +offset and :02 for the width.",
            ),
            "host-brace": Words(
                "{host} has a brace, and no host has one.",
                "Placeholders are {{n}} and {{pod}}, with both braces.",
            ),
            "host-listed": Words(
                "{host} in the list of hosts has a brace, and no host has one.",
                "In a list each value stands as it is, without placeholders: write the host itself.",
            ),
        },
    ),
    ProblemEntry(
        "log-in-untypable",
        "error",
        "A user name or password has a character that nobody can type: a tab, a line break, a zero-width mark, a byte order mark, a soft hyphen, a mark of writing direction, or a blank that is none of the keyboard.",
        "Delete it, or type the text again. In a `config.yaml` put it in single quotes on one line.",
        {
            f"{what}-{cure}": Words(f"{sentence} has {{character}}: nobody can type that to log in.", hint)
            for what, sentence in _LOG_INS.items()
            for cure, hint in UNTYPABLE_CURES.items()
        },
    ),
    ProblemEntry(
        "user-name-taken",
        "error",
        "Two people have the same user name; Guacamole would keep only the last, with the last one's password.",
        "Rename one.",
        {
            DEFAULT: Words(
                "The user name {name} comes twice; Guacamole would keep only the last.",
                "Give one of them another name.",
            ),
        },
    ),
    ProblemEntry(
        "user-name-alike",
        "warning",
        "Two user names differ in capitals or in how an accent is encoded only; they are two users to Guacamole.",
        "Rename one.",
        {
            DEFAULT: Words(
                "The user names {first} and {second} look alike, but are two users to Guacamole.",
                "Give one of them another name.",
            ),
        },
    ),
    ProblemEntry(
        "connection-name-taken",
        "error",
        "Somebody would see two connections of the same name; Guacamole would show only the last.",
        "Rename one of the devices, or make them one stack.",
        {
            DEFAULT: Words(
                "Two connections are called {name}; Guacamole would show only the last.",
                "Rename one of the devices, or make them one stack.",
            ),
        },
    ),
)
