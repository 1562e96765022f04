"""Messages: addresses of devices."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

# What is written where a host should be, besides a host.
_BESIDES = {
    "scheme": "is an address of the web, not a host",
    "path": "has a slash, as a prefix length or a path; a host has none",
    "user": "has a user name with it",
    "port": "has a port with it",
    "brackets": "has brackets around it, which belong to addresses of the web",
    "commas": "has commas where an address has dots",
    "quotes": "has quotes around it",
    "unseen": "has marks in it that nobody sees",
    "wide": "is written in wide characters, which resolvers do not read",
    "ends": "ends in a comma or semicolon",
    "several": "names several hosts; a device has one",
}
_PLACES = {
    "": "Write {host} as host.",
    "-port": "Write {host} as host, and {port} as port.",
    "-user": "Write {host} as host, and {user} as user name.",
    "-port-user": "Write {host} as host, {port} as port, and {user} as user name.",
    "-other": "Write {host} as {name}.",
    "-other-port": "Write {host} as {name}, and {port} as {port_name}.",
    "-other-user": "Write {host} as {name}, and {user} as {user_name}.",
    "-other-port-user": "Write {host} as {name}, {port} as {port_name}, and {user} as {user_name}.",
}

ADDRESSES = (
    ProblemEntry(
        "host-is-none",
        "error",
        "More than a host is written as host, such as a scheme, a port, a user name, a prefix length, brackets, commas or quotes; nothing resolves that.",
        "Write the host alone; the port and the user name have fields of their own.",
        {
            f"{what}{where}": Words(f"'{{written}}' {sentence}: nobody could reach it.", hint)
            for what, sentence in _BESIDES.items()
            for where, hint in _PLACES.items()
        },
    ),
    ProblemEntry(
        "address-of-three",
        "warning",
        "An address has three numbers; resolvers take `10.0.1` for 10.0.0.1.",
        "Write all four numbers.",
        {
            DEFAULT: Words(
                "{host} has three numbers, not four: resolvers take the last for the end of the address.",
                "Write all four numbers.",
            ),
        },
    ),
    ProblemEntry(
        "address-out-of-range",
        "error",
        "Counting leads out of the octet, to `10.0.10.256` for example.",
        "Begin lower, count fewer, or put the number elsewhere with `{n}`.",
        {
            DEFAULT: Words(
                "{device} would get the address {host}, which does not exist.",
                "Begin lower, count fewer devices, or put the number in another place with {{n}}.",
            ),
            "carries": Words(
                "{device} would get the address {host}, which does not exist.",
                "Begin lower, count fewer devices, or let the addresses carry into the octets before: {device} then gets {next}.",
            ),
        },
    ),
    ProblemEntry(
        "address-leading-zero",
        "warning",
        "An octet begins with 0; many systems read it as an octal number.",
        "Write it without zeros in front.",
        {
            DEFAULT: Words(
                "{host} has an octet that begins with 0; many systems read that as an octal number.",
                "Write the octets without leading zeros.",
            ),
        },
    ),
    ProblemEntry(
        "address-blank",
        "error",
        "A host has a blank in it.",
        "Delete the blank.",
        {
            DEFAULT: Words("The host '{host}' has a blank in it.", "Delete the blank."),
        },
    ),
    ProblemEntry(
        "address-shared",
        "warning",
        "Two connections open the same thing on the same host and port.",
        "Change one address, or make them one stack.",
        {
            DEFAULT: Words("{first} and {second} both use {host}.", "Change one address, or make them one stack."),
        },
    ),
)
