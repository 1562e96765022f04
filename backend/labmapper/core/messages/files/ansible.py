"""Messages: what an inventory of Ansible leaves to other files."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

ANSIBLE = (
    ProblemEntry(
        "import-group-vars",
        "warning",
        "Log-ins of an Ansible inventory often stand in the folders group_vars and host_vars, which are other files.",
        "Bring in what ansible-inventory --list writes: it has all variables.",
        {
            DEFAULT: Words(
                "Not all hosts have a log-in in the inventory; group_vars and host_vars are other files.",
                "Bring in what ansible-inventory --list writes, which has all variables, or type the log-ins here.",
            ),
        },
    ),
)
