"""Messages: what slips and lists for a class lack."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

HAND_OUTS = (
    ProblemEntry(
        "hand-out-unknown",
        "error",
        "A group or a person was chosen for a hand-out, and there is none of that name.",
        "Write the name as it stands in the drawing.",
        {
            "group": Words("There is no group called {name}.", "Write its name as it stands in the drawing."),
            "person": Words(
                "Nobody in the chosen groups has the user name {name}.", "Write it as it stands in the list of people."
            ),
        },
    ),
    ProblemEntry(
        "hand-out-empty",
        "error",
        "A hand-out would be for nobody.",
        "Add people to the drawing.",
        {DEFAULT: Words("There is nobody to hand anything out to.", "Add people to the drawing.")},
    ),
    ProblemEntry(
        "hand-out-too-many",
        "error",
        "A hand-out would be for more people than anybody prints slips for.",
        "Choose groups or people.",
        {
            DEFAULT: Words(
                "{people:,} people are too many for one print; {most:,} is the limit.", "Choose groups or people."
            )
        },
    ),
    ProblemEntry(
        "hand-out-hash",
        "warning",
        "The password of somebody is known only as a hash, so no slip can tell it.",
        "Give them a password here, or let them use the one that they know.",
        {
            DEFAULT: Words(
                Plural(
                    "people",
                    {
                        "one": "The password of {first} is known only as a hash: the slip says so instead.",
                        "other": "The passwords of {people} people are known only as hashes: their slips say so instead. "
                        "The first is {first}.",
                    },
                ),
                "Give them passwords here, or let them use those that they know.",
            )
        },
    ),
    ProblemEntry(
        "hand-out-no-address",
        "warning",
        "What is handed out does not say where to go.",
        "Give the address of the gateway.",
        {DEFAULT: Words("What is handed out does not say where to go.", "Give the address of the gateway.")},
    ),
    ProblemEntry(
        "hand-out-no-course",
        "warning",
        "Moodle puts people into groups of a course, and the list names none.",
        "Give the short name of the course.",
        {
            DEFAULT: Words(
                "Moodle puts people into groups of a course, and the list names none.",
                "Give the short name of the course.",
            )
        },
    ),
    ProblemEntry(
        "hand-out-address",
        "error",
        "The address of the gateway is none that a browser opens.",
        "Write it as https://gateway.example/guacamole/",
        {DEFAULT: Words("{address} is no address of a page.", "Write it as https://gateway.example/guacamole/")},
    ),
)
