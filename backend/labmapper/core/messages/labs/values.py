"""Messages: values of parameters."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.labs.names import UNTYPABLE_CURES

VALUES = (
    ProblemEntry(
        "value-not-boolean",
        "error",
        "The value must be exactly `true` or `false`; guacd ignores `True`, `yes` and `1`.",
        "Write `true` or `false`.",
        {
            DEFAULT: Words(
                "{parameter} is '{value}'; Guacamole knows only true and false, in small letters.",
                "Write true or false.",
            ),
            "near": Words(
                "{parameter} is '{value}'; Guacamole knows only true and false, in small letters.", "Write {meant}."
            ),
        },
    ),
    ProblemEntry(
        "value-not-integer",
        "error",
        "The value must be a whole number, without anything behind it.",
        "Write digits only.",
        {
            DEFAULT: Words("{parameter} is '{value}', not a whole number.", "Write digits only."),
            "near": Words("{parameter} is '{value}', not a whole number.", "Write {number}."),
            "with-example": Words(
                "{parameter} is '{value}', not a whole number.", "Write digits only, for example {example}."
            ),
        },
    ),
    ProblemEntry(
        "value-not-offered",
        "warning",
        "Guacamole knows other values for this parameter and takes its standard instead.",
        "Choose one of them.",
        {
            "near": Words(
                "{parameter} is '{value}', which Guacamole does not offer; it would take its standard.",
                "Did you mean {near}?",
            ),
            "few": Words(
                "{parameter} is '{value}', which Guacamole does not offer; it would take its standard.",
                "Choose one of {options}.",
            ),
            "many": Words(
                "{parameter} is '{value}', which Guacamole does not offer; it would take its standard.",
                "Choose one of {options} ....",
            ),
        },
    ),
    ProblemEntry(
        "private-key-unreadable",
        "warning",
        "A private key is the path of a file, a PuTTY or a public key, or has lost its lines; guacd reads the text of a PEM or OpenSSH file.",
        "Paste the whole text of the private key, with its lines.",
        {
            "putty": Words(
                "{parameter} is a key in PuTTY's format, which guacd does not read.",
                "Export it as OpenSSH key with PuTTYgen (Conversions), and paste the whole text of that file.",
            ),
            "public": Words(
                "{parameter} is a public key; with it nobody can log in.",
                "Paste the private key: the text of the file without .pub, which begins with -----BEGIN.",
            ),
            "path": Words(
                "{parameter} is the path of a file, which guacd does not open.",
                "Paste the whole text of the file, from -----BEGIN to the end.",
            ),
            "backslashes": Words(
                "{parameter} has \\n as text where its lines should end: guacd cannot read it.",
                "Paste the text of the file with real line breaks; in YAML write it behind | , one line under the other.",
            ),
            "none": Words(
                "{parameter} is no private key: none of its lines begins with -----BEGIN and says PRIVATE KEY.",
                "Paste the whole text of the file of the private key, from -----BEGIN to the end.",
            ),
            "cut": Words(
                "{parameter} lacks its end: the last line of a private key begins with -----END.",
                "Paste the whole text of the file, from -----BEGIN to the end.",
            ),
            "one-line": Words(
                "{parameter} stands on one line: guacd cannot read it.",
                "Paste the text of the file with its line breaks; in YAML write it behind | , one line under the other.",
            ),
        },
    ),
    ProblemEntry(
        "device-log-in-untypable",
        "warning",
        "A user name, password or domain that guacd sends to a device has a character that nobody can type, such as a tab or a line break.",
        "Delete it, or type the text again. In a `config.yaml` put it in single quotes on one line.",
        {
            cure: Words(
                "{parameter} has {character}: guacd would send it to the device, which hardly knows it so.", hint
            )
            for cure, hint in UNTYPABLE_CURES.items()
        },
    ),
    ProblemEntry(
        "port-invalid",
        "error",
        "A port is a number from 1 to 65535.",
        "Write the number.",
        {
            DEFAULT: Words(
                "{parameter} is '{value}', which is no port: ports are numbers from 1 to 65535.",
                "Write the number of the port.",
            ),
            "near": Words(
                "{parameter} is '{value}', which is no port: ports are numbers from 1 to 65535.", "Write {number}."
            ),
        },
    ),
    ProblemEntry(
        "port-by-name",
        "warning",
        "The name of a service works as port up to Guacamole 1.6.0 only.",
        "Write the number.",
        {
            DEFAULT: Words(
                "{parameter} is '{value}'; from Guacamole {since} on it must be a number.",
                "Write the number of the port.",
            ),
        },
    ),
    ProblemEntry(
        "value-too-long",
        "warning",
        "guacd takes values of up to 8,192 characters and refuses the connection beyond.",
        "Shorten it.",
        {
            DEFAULT: Words(
                "{parameter} has {length} characters; guacd takes {most} and refuses the connection.", "Shorten it."
            ),
        },
    ),
    ProblemEntry(
        "connection-too-long",
        "warning",
        "guacd takes 32,768 bytes for all values of a connection together.",
        "Shorten the longest.",
        {
            DEFAULT: Words(
                "All values together have {size} bytes; guacd takes {most} and refuses the connection.",
                "Shorten {parameter}.",
            ),
        },
    ),
    ProblemEntry(
        "text-not-xml",
        "error",
        "A text has a character that no XML file can hold, such as U+001B.",
        "Delete the character and type the text again.",
        {
            "user-name": Words(
                "The user name has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
            "password": Words(
                "The password has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
            "roster-name": Words(
                "A user name of the roster has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
            "roster-password": Words(
                "The password of {user} has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
            "device-name": Words(
                "The name has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
            "parameter-name": Words(
                "A parameter name has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
            "parameter-value": Words(
                "The value of {parameter} has the character {character}, which no XML file can hold.",
                "Delete the character and type the text again.",
            ),
        },
    ),
)
