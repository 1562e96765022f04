"""Messages: what is unwise in a class."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

_PASSWORD_CURE = "Give the devices a password of their own, or leave it empty here: Guacamole then asks for it."  # noqa: S105
_OPEN_CURE = "Set a password in the VNC server and here, or let the server listen to Guacamole's host only."
_ADDRESS_CURE = "Give the address inside the lab, or go there by ssh or through a VPN."
_RECORDING_CURE = "Put the token GUAC_USERNAME into the path or the name."
_DESKTOP_CURE = (
    "Draw a desktop for each (a stack or a pod), give each a log-in of their own (the token GUAC_USERNAME), "
    "or let them look on only (read-only)."
)

CLASS_SAFETY = (
    ProblemEntry(
        "device-password-known",
        "warning",
        "A device has a password that everybody tries first, such as `cisco`, or its user name once more.",
        _PASSWORD_CURE,
        {
            DEFAULT: Words("{device} has a password that everybody tries first.", _PASSWORD_CURE),
            "more": Words("{device} and {count:,} more have a password that everybody tries first.", _PASSWORD_CURE),
        },
    ),
    ProblemEntry(
        "desktop-without-password",
        "warning",
        "A VNC connection has no password: whoever reaches its port sees and moves the desktop, past Guacamole.",
        _OPEN_CURE,
        {
            DEFAULT: Words("{device} has no VNC password: whoever reaches its port has the desktop.", _OPEN_CURE),
            "more": Words(
                "{device} and {count:,} more have no VNC password: whoever reaches their ports has the desktops.",
                _OPEN_CURE,
            ),
        },
    ),
    ProblemEntry(
        "desktop-shared",
        "warning",
        "A group has fewer desktops than people, by VNC or by RDP with one log-in: a desktop is one session, so one person throws "
        "out another, or both hold one mouse.",
        _DESKTOP_CURE,
        {
            DEFAULT: Words(
                "{people:,} people from {user} on have one desktop together, {device}: it is one session for all of them.",
                _DESKTOP_CURE,
            ),
            "several": Words(
                "{people:,} people from {user} on have {seats:,} desktops together, from {device} on: each is one session, "
                "so some would meet in one.",
                _DESKTOP_CURE,
            ),
        },
    ),
    ProblemEntry(
        "address-public",
        "warning",
        "A telnet or VNC connection goes to an address of the public internet; both send everything in the clear.",
        _ADDRESS_CURE,
        {
            DEFAULT: Words("{device} has a public address, and its connection is not encrypted.", _ADDRESS_CURE),
            "more": Words(
                "{device} and {count:,} more have public addresses, and their connections are not encrypted.",
                _ADDRESS_CURE,
            ),
        },
    ),
    ProblemEntry(
        "recording-shared",
        "warning",
        "Recordings of several people get one path and one name; only numbers behind it tell them apart.",
        _RECORDING_CURE,
        {
            DEFAULT: Words("The recordings of all who open {device} have one path and name.", _RECORDING_CURE),
            "more": Words(
                "The recordings of all who open {device} and {count:,} more have one path and name.",
                _RECORDING_CURE,
            ),
        },
    ),
)
