"""What one chooses for SQL: what it does, how connections are grouped, and what accounts may do."""

from labmapper.formats.options import Option

# How often a connection may be opened at once, as both SQL and the import file say it.
CONNECTION_LIMITS = (
    Option(
        "max_connections",
        "People on one connection at once",
        "number",
        0,
        most=10_000,
        hint="0: as the gateway has it.",
    ),
    Option(
        "max_connections_per_user",
        "Windows of one person on one connection",
        "number",
        0,
        most=10_000,
        hint="0: as the gateway has it.",
    ),
)
OPTIONS = (
    Option(
        "what",
        "What it does",
        "choice",
        "add",
        ("add", "people", "remove"),
        hint="Add: puts the lab in, or brings it up to date. People: accounts and user groups only, beside an import file. Remove: takes it all away.",
    ),
    Option("lab", "Name of the lab in Guacamole", "text", "", hint="Empty: the title of the drawing."),
    Option(
        "groups",
        "Connection groups",
        "choice",
        "pods",
        ("pods", "zones", "none"),
        hint="Pods: one for each person with a pod. Zones: one for each zone too. None: all in the group of the lab.",
    ),
    Option(
        "passwords",
        "Passwords",
        "choice",
        "changed",
        ("changed", "all"),
        hint="Changed: sets new and rotated ones, and leaves those that people changed themselves. All: sets all.",
    ),
    Option("force_change", "Must be changed at the first log-in", "flag", default=False),
    Option("own_password", "People may change their password", "flag", default=False),
    Option("valid_from", "Log-in from", "text", "", hint="A day, as 2026-12-31; empty: at once."),
    Option("valid_until", "Log-in until", "text", "", hint="The last day, as 2026-12-31; empty: without end."),
    Option("timezone", "Time zone of these days", "text", "", hint="As Europe/Berlin; empty: that of the server."),
    *CONNECTION_LIMITS,
)
