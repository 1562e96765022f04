"""Messages: connections: protocols, parameters and their values."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.names import UNTYPABLE_CURES

CONNECTIONS = (
    ProblemEntry(
        "protocol-missing",
        "error",
        "A connection has no protocol.",
        "Choose ssh, rdp, vnc, telnet or kubernetes.",
        {
            DEFAULT: Words("The connection has no protocol.", "Choose one of {protocols}."),
        },
    ),
    ProblemEntry(
        "protocol-unknown",
        "error",
        "Guacamole has no such protocol; it knows the names in small letters only.",
        "Write the name that the hint suggests.",
        {
            DEFAULT: Words("Guacamole has no protocol '{protocol}'.", "Choose one of {protocols}."),
            "near": Words("Guacamole has no protocol '{protocol}'.", "Write {near}."),
        },
    ),
    ProblemEntry(
        "protocol-newer",
        "error",
        "The chosen Guacamole does not have the protocol yet.",
        "Choose a newer Guacamole.",
        {
            DEFAULT: Words(
                "Guacamole {version} has no {protocol}; {since} was the first.", "Choose a newer Guacamole."
            ),
        },
    ),
    ProblemEntry(
        "parameter-missing",
        "error",
        "A connection has no host, a VNC connection no port, a Kubernetes connection no pod.",
        "Add it.",
        {
            "ssh-hostname": Words(
                "The {protocol} connection has no hostname: Guacamole could not open it.",
                "Add it: Name or address of the device, as guacd reaches it.",
            ),
            "rdp-hostname": Words(
                "The {protocol} connection has no hostname: Guacamole could not open it.",
                "Add it: Name or address of the device, as guacd reaches it.",
            ),
            "vnc-hostname": Words(
                "The {protocol} connection has no hostname: Guacamole could not open it.",
                "Add it: Name or address of the device, as guacd reaches it; not used with reverse-connect.",
            ),
            "telnet-hostname": Words(
                "The {protocol} connection has no hostname: Guacamole could not open it.",
                "Add it: Name or address of the device, as guacd reaches it.",
            ),
            "kubernetes-hostname": Words(
                "The {protocol} connection has no hostname: Guacamole could not open it.",
                "Add it: Name or address of the Kubernetes API server, as guacd reaches it.",
            ),
            "vnc-port": Words(
                "The {protocol} connection has no port: Guacamole could not open it.",
                "Add it: TCP port of the VNC server, usually 5900 plus the display number; there is no standard.",
            ),
            "kubernetes-pod": Words(
                "The {protocol} connection has no pod: Guacamole could not open it.",
                "Add it: Name of the pod to attach to.",
            ),
        },
    ),
    ProblemEntry(
        "parameter-unknown",
        "warning",
        "The protocol has no parameter of this name; Guacamole leaves it out without a word.",
        "Write the name that the hint suggests, or delete it.",
        {
            DEFAULT: Words(
                "{protocol} has no parameter '{parameter}': Guacamole would leave it out.",
                "Delete it, or look the name up in the list of parameters.",
            ),
            "near": Words(
                "{protocol} has no parameter '{parameter}': Guacamole would leave it out.", "Did you mean {near}?"
            ),
        },
    ),
    ProblemEntry(
        "parameter-elsewhere",
        "warning",
        "The parameter belongs to another protocol; Guacamole leaves it out.",
        "Delete it, or choose the other protocol.",
        {
            DEFAULT: Words(
                "{parameter} is a parameter of {others}, not of {protocol}: Guacamole would leave it out.",
                "Delete it, or choose another protocol.",
            ),
        },
    ),
    ProblemEntry(
        "parameter-newer",
        "warning",
        "A parameter, one of its values or a modifier of a token is newer than the chosen Guacamole, which ignores it.",
        "Delete it, or choose a newer Guacamole.",
        {
            "parameter": Words(
                "Guacamole {version} does not know {parameter}: it came with {since}.",
                "Delete it, or choose a newer Guacamole.",
            ),
            "parameter-unreleased": Words(
                "Guacamole {version} does not know {parameter}: no release has it yet.",
                "Delete it, or choose a newer Guacamole.",
            ),
            "option": Words(
                "Guacamole {version} does not know {value} for {parameter}: it came with {since}.",
                "Delete it, or choose a newer Guacamole.",
            ),
            "option-unreleased": Words(
                "Guacamole {version} does not know {value} for {parameter}: no release has it yet.",
                "Delete it, or choose a newer Guacamole.",
            ),
            "modifier": Words(
                "Guacamole {version} does not know {modifier} of {token} in {parameter}: it came with {since}.",
                "Delete it, or choose a newer Guacamole.",
            ),
            "modifier-unreleased": Words(
                "Guacamole {version} does not know {modifier} of {token} in {parameter}: no release has it yet.",
                "Delete it, or choose a newer Guacamole.",
            ),
        },
    ),
    ProblemEntry(
        "parameter-unused",
        "warning",
        "The parameter does nothing without another one, for example `recording-name` without `recording-path`.",
        "Set the other one too, or delete it.",
        {
            DEFAULT: Words("{parameter} has no effect without {needed}.", "Set {needed}, or delete {parameter}."),
        },
    ),
    ProblemEntry(
        "parameter-repeated",
        "error",
        "A parameter is given twice.",
        "Keep one.",
        {
            "in-drawing": Words(
                "The parameter {parameter} of {device} is given twice.",
                "Delete it from the further parameters; '{value}' is what counts.",
            ),
            "in-file": Words(
                "The parameter '{parameter}' comes {times} times; Guacamole would take the last.", "Keep one."
            ),
        },
    ),
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
