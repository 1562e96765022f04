"""Messages: what does not fit into an output for a Guacamole with a database, or with encrypted JSON."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

OUTPUTS = (
    ProblemEntry(
        "database-too-long",
        "error",
        "A name or a value is longer than its column in Guacamole's database.",
        "Shorten it.",
        {
            "user": Words("The user name {name} has {length} characters; the database takes {most}.", "Shorten it."),
            "user-group": Words(
                "The user group {name} would have {length} characters; the database takes {most}.",
                "Give the lab a shorter name, or the group.",
            ),
            "group": Words(
                "The connection group {name} would have {length} characters; the database takes {most}.",
                "Give the lab or the zone a shorter name.",
            ),
            "connection": Words(
                "The connection {name} has a name of {length} characters; the database takes {most}.", "Shorten it."
            ),
            "parameter": Words(
                "The name of the parameter {name} has {length} characters; the database takes {most}.", "Shorten it."
            ),
            "value": Words(
                "The value of {name} has {length:,} characters; the database takes {most:,}.",
                "Shorten it; of a private key take a shorter one, ed25519 for example.",
            ),
            "person": Words(
                "The name or e-mail address of {name} has {length} characters; the database takes {most}.",
                "Shorten it.",
            ),
            "timezone": Words(
                "The time zone {name} has {length} characters; the database takes {most}.", "Write it as Europe/Berlin."
            ),
        },
    ),
    ProblemEntry(
        "database-name-blank",
        "error",
        "A name is nothing but blanks, which Guacamole's database refuses.",
        "Give it a name.",
        {DEFAULT: Words("A connection has no name but blanks, which the database refuses.", "Give it a name.")},
    ),
    ProblemEntry(
        "database-names-meet",
        "error",
        "Two different things would have one name in one place of Guacamole's database, where a mapping has them apart.",
        "Rename one of them, or group connections by zones.",
        {
            "connection": Words(
                "Two connections called {name} would stand in one connection group, and they are different.",
                "Rename one of them, or put them into different zones and group connections by zones.",
            ),
            "user": Words(
                "MySQL takes the user names {name} and {other} for one: it tells neither capitals nor accents.",
                "Rename one of them, or use PostgreSQL.",
            ),
            "connection-alike": Words(
                "MySQL takes the connections {name} and {other} for one: it tells neither capitals nor accents.",
                "Rename one of them, or use PostgreSQL.",
            ),
            "group-alike": Words(
                "MySQL takes the groups {name} and {other} for one: it tells neither capitals nor accents.",
                "Rename one of them, or use PostgreSQL.",
            ),
            "parameter-alike": Words(
                "MySQL takes the parameters {name} and {other} for one: it tells neither capitals nor accents.",
                "Leave one of them out, or use PostgreSQL.",
            ),
        },
    ),
    ProblemEntry(
        "database-character",
        "error",
        "Guacamole's tables in MySQL hold no characters of four bytes, emoji for example.",
        "Leave the character out, or use PostgreSQL.",
        {
            DEFAULT: Words(
                "Guacamole's tables in MySQL cannot hold the character {character} in {name}.",
                "Leave it out, or use PostgreSQL.",
            ),
        },
    ),
    ProblemEntry(
        "database-password-hash",
        "error",
        "The password of somebody is known only as an MD5 hash, which Guacamole's database cannot hold.",
        "Give a SHA-256 hash, or the password; or use a user-mapping.xml.",
        {
            DEFAULT: Words(
                "The password of {name} is known only as an MD5 hash, which Guacamole's database cannot hold.",
                "Give a SHA-256 hash, or the password.",
            ),
        },
    ),
    ProblemEntry(
        "database-password-unsalted",
        "warning",
        "A SHA-256 hash that was given goes into the database as it is, without salt.",
        "Give the password, or let it be changed at the first log-in.",
        {
            DEFAULT: Words(
                Plural(
                    "number",
                    {
                        "one": "The SHA-256 hash of {name} goes into the database as it was given, without salt.",
                        "other": "The SHA-256 hashes of {number} people go into the database as they were given, without salt: {name} is the first.",
                    },
                ),
                "Give the password, or let it be changed at the first log-in.",
            ),
        },
    ),
    ProblemEntry(
        "database-user-in-path",
        "warning",
        "Guacamole's page cannot open an account with `/` or `\\` in its name: people can log in, but nobody can edit it there.",
        "Choose a user name without them.",
        {
            DEFAULT: Words(
                "{name} can log in, but Guacamole's page cannot open the account: / and \\ do not work there.",
                "Choose a user name without them.",
            ),
        },
    ),
    ProblemEntry(
        "output-option",
        "error",
        "An option of an output has a value that it cannot take.",
        "Write it as the hint says.",
        {
            "day": Words("{name} is no day.", "Write it as 2026-12-31, or leave it empty."),
            "days": Words("Nobody could log in: {name} is after {other}.", "Exchange the two days."),
            "key": Words(
                "The key is none: it must have 32 hexadecimal digits.",
                "Take what stands as json-secret-key in guacamole.properties.",
            ),
            "address": Words(
                "{name} is no address of a gateway.", "Write it as https://gateway.example/guacamole/, without ? and #."
            ),
            "ends": Words("{name} is no moment to come.", "Write it as 2026-12-31T18:00+01:00, or leave it empty."),
            "part": Words(
                Plural(
                    "count",
                    {
                        "one": "There is no part {part}: all fits into one file.",
                        "other": "There is no part {part}: there are {count}.",
                    },
                ),
                "Choose a smaller number.",
            ),
        },
    ),
    ProblemEntry(
        "import-without-passwords",
        "warning",
        "Guacamole's import file cannot hold passwords: it makes accounts that nobody can log in with.",
        "Load the SQL with what=people before, or have people from LDAP or single sign-on.",
        {
            DEFAULT: Words(
                "The import file holds no passwords: alone it lets nobody in.",
                "Load the SQL of this lab with what=people first, or have people from LDAP or single sign-on.",
            ),
        },
    ),
    ProblemEntry(
        "import-parts",
        "warning",
        "The import file is larger than Guacamole and the proxies before it take at once, so it comes in parts.",
        "Import all of them, in order.",
        {
            DEFAULT: Words(
                "The import comes in {count} parts below 900 KB; this is part {part}.",
                "Write the others too (option part), and import them in order.",
            ),
        },
    ),
    ProblemEntry(
        "guacamole-import-too-large",
        "error",
        "The import would have so many connections, or so many readers beside them, that nobody could import it by hand.",
        "Use the SQL, or choose readers=groups.",
        {
            DEFAULT: Words(
                "The import would have {connections:,} connections with {names:,} readers: more than can be imported by hand.",
                "Use the SQL for your database, or choose readers=groups.",
            ),
        },
    ),
    ProblemEntry(
        "guacamole-import-name",
        "error",
        "Guacamole's import stumbles over a name: its page takes it for something else.",
        "Rename it.",
        {
            "reserved": Words("Guacamole's import breaks with the name {name}: its page has it already.", "Rename it."),
            "repeated": Words(
                "Guacamole's import takes {name} for {other} once more: dots and brackets mean something to its page.",
                "Rename one of them, with a hyphen for the dot or bracket.",
            ),
            "blanks": Words("Guacamole's import drops the blanks around the name {name}.", "Take them out."),
            "long": Words(
                "The connection {name} has too many readers for one file of 900 KB.",
                "Choose readers=groups, and load the SQL with what=people first.",
            ),
        },
    ),
    ProblemEntry(
        "json-password-token",
        "error",
        "With encrypted JSON nobody types a password, so the token GUAC_PASSWORD stays as it stands.",
        "Write the password of the device, or use another output.",
        {
            DEFAULT: Words(
                "{parameter} of {name} holds GUAC_PASSWORD, which stays as it stands: nobody types a password here.",
                "Write the password of the device, or use another output.",
            ),
        },
    ),
    ProblemEntry(
        "json-name",
        "error",
        "With encrypted JSON a connection is known by its name, and Guacamole's page cannot put it into an address.",
        "Use characters up to U+00FF.",
        {
            DEFAULT: Words(
                "The name {name} has the character {character}, with which Guacamole's page never opens.",
                "Use characters up to U+00FF: Latin letters with the usual accents.",
            ),
        },
    ),
    ProblemEntry(
        "json-long",
        "warning",
        "A link is so long that some mail programs break it.",
        "Give people fewer connections, or use another output.",
        {
            DEFAULT: Words(
                "A link has some {length:,} characters: some mail programs break it.",
                "Send it as a file or on a page, give people fewer connections, or use another output.",
            ),
        },
    ),
)
