"""What can be chosen for hand-outs."""

from labmapper.formats.options import Option

ADDRESS = Option("address", "Address of the gateway", "text", "", hint="As https://gateway.example/guacamole/")
GROUPS = Option("groups", "Groups", "text", "", hint="Names with commas between them; empty: all.")
PEOPLE = Option("people", "People", "text", "", hint="User names with commas between them; empty: all.")
ORDER = Option(
    "order",
    "Order",
    "choice",
    "seat",
    ("seat", "name", "stack"),
    hint="Stack: cut all pages at once and lay the piles on each other, and the slips are in order.",
)
LAYOUT = Option(
    "layout", "Slips a page", "choice", "8", ("8", "10", "list"), hint="Groups with long log-ins get larger ones."
)
PAPER = Option("paper", "Paper", "choice", "A4", ("A4", "Letter"))
DATE = Option("date", "Date", "text", "", hint="As it shall stand on the slips.", longest=60)
LINE = Option("line", "Line of your own", "text", "Log out at the end.", longest=200, is_sentence=True)
SIGN_ON = Option(
    "sign_on",
    "Single sign-on",
    "text",
    "",
    hint="Printed instead of the password, such as: Log in with your university account. Choose only groups that log in so.",
    longest=120,
)
PLATFORM = Option("platform", "For", "choice", "moodle", ("moodle", "canvas"))
COURSE = Option(
    "course", "Short name of the course", "text", "", hint="Moodle puts people into groups of this course.", longest=255
)
LIST_SEPARATOR = Option("separator", "Between fields", "choice", "comma", ("comma", "semicolon"))

LOG_INS = Option("logins", "Addresses and log-ins of the devices", "flag", False)

PAGE_OPTIONS = (
    ADDRESS,
    PAPER,
    Option("order", "Order", "choice", "seat", ("seat", "name")),
    GROUPS,
    PEOPLE,
    DATE,
    LINE,
    SIGN_ON,
    LOG_INS,
)
SLIP_OPTIONS = (ADDRESS, LAYOUT, PAPER, ORDER, GROUPS, PEOPLE, DATE, LINE, SIGN_ON)
SHEET_OPTIONS = (PAPER, Option("order", "Order", "choice", "seat", ("seat", "name")), GROUPS, PEOPLE, DATE)
