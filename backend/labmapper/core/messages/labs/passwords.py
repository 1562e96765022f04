"""Messages: passwords and how the file carries them."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

PASSWORDS = (
    ProblemEntry(
        "password-empty",
        "error",
        "An empty password lets in whoever knows the user name.",
        "Type one, or choose random passwords.",
        {
            DEFAULT: Words(
                "An empty password would let anybody in who knows the user name.",
                "Type a password, or choose random ones.",
            ),
        },
    ),
    ProblemEntry(
        "password-hash",
        "error",
        "What is given as the hash of somebody's password is none, so it would let nobody in.",
        "Give the whole hash in hexadecimal digits (32 for md5, 64 for sha256), without blanks, or a plain password.",
        {
            DEFAULT: Words(
                "The {encoding} hash of {user}'s password is no such hash, so it would let nobody in.",
                "Give all {digits} hexadecimal digits and nothing else, or a plain password.",
            ),
        },
    ),
    ProblemEntry(
        "hashing-too-new",
        "error",
        "The chosen Guacamole refuses a file with sha256 passwords; 1.4.0 was the first to read them.",
        "Choose md5 or plain, or a newer Guacamole.",
        {
            DEFAULT: Words(
                "Guacamole {version} refuses a file with sha256 passwords; {since} was the first to read them.",
                "Choose md5 or plain passwords, or a newer Guacamole.",
            ),
        },
    ),
    ProblemEntry(
        "hashing-guessable",
        "warning",
        "Typed passwords are hashed without salt, so they can be guessed from the file.",
        "Choose random passwords for the group.",
        {
            DEFAULT: Words(
                "Typed passwords are not safe as {hashing}: the hashes have no salt, so they can be guessed.",
                "Choose random passwords for this group.",
            ),
        },
    ),
)
