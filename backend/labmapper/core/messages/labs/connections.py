"""Messages: connections: protocols, parameters and their values."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

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
)
