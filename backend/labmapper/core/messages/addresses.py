"""Messages: addresses of devices."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

ADDRESSES = (
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
