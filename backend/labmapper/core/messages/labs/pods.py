"""Messages: pods, who reaches what, and the size of a lab."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

PODS = (
    ProblemEntry(
        "pod-copies-meet",
        "error",
        "Copies of a device in different pods open the same address.",
        "Put `{pod}` into host or port, or move the device out of the pod.",
        {
            DEFAULT: Words(
                "Copies of {device} in different pods open the same address.",
                "Put {{pod}} into the host or the port, for example 10.0.{{pod}}.1 or {{pod+5000}}; or move the device out of the pod.",
            ),
            "with-example": Words(
                "Copies of {device} in different pods open the same address, for example {host}.",
                "Put {{pod}} into the host or the port, for example 10.0.{{pod}}.1 or {{pod+5000}}; or move the device out of the pod.",
            ),
        },
    ),
    ProblemEntry(
        "pod-token-of-viewer",
        "warning",
        "Only a token tells the copies of a device apart, and somebody sees the copies of others: the token is the name of who looks, so all copies open the same.",
        "Put `{pod}` into host or port, or give access to nobody but the owners.",
        {
            DEFAULT: Words(
                "All copies of {device} open the same for {viewer}: a token is the name of who looks, not of whose copy it is.",
                "Put {{pod}} into the host or the port, or take the access of {viewer} away.",
            ),
        },
    ),
    ProblemEntry(
        "pod-number-taken",
        "error",
        "Two people of a roster have the same pod number.",
        "Give each their own, or leave the numbers out.",
        {
            DEFAULT: Words(
                "Two people of the roster have the same pod number.",
                "Give each their own number, or leave the numbers out.",
            ),
        },
    ),
    ProblemEntry(
        "pod-outside",
        "error",
        "`{pod}` stands where there is no pod.",
        "Put the device into a pod zone, or take `{pod}` out.",
        {
            "device": Words(
                "{device} uses {{pod}} but is in no pod.",
                "Put the device into a zone that is one per student, or take {{pod}} out.",
            ),
            "user-name": Words("A user name cannot use {{pod}}.", "Use {{n}}."),
        },
    ),
    ProblemEntry(
        "pod-nested",
        "error",
        "A pod zone is inside another pod zone.",
        "Drag it out, or make one of them an ordinary zone.",
        {
            DEFAULT: Words(
                "The pod {pod} is inside the pod {outer}.", "Drag it out, or make one of them an ordinary zone."
            ),
        },
    ),
    ProblemEntry(
        "reach-nothing",
        "warning",
        "A group reaches no connection.",
        "Give it access to a device, a zone or a network with devices in it.",
        {
            DEFAULT: Words(
                "{user} and the rest of the group reach no connection at all.",
                "Give access to a device, or to a zone or network with devices in it.",
            ),
        },
    ),
    ProblemEntry(
        "reach-other-pods",
        "warning",
        "A group without access edges reaches all devices, so also the pods of others.",
        "Draw access to what the group needs.",
        {
            DEFAULT: Words(
                "{user} and the rest of the group reach all devices, also the pods of {owners}.",
                "Give access to what they need, then they reach only that and their own pods.",
            ),
        },
    ),
    ProblemEntry(
        "gateway-out-of-reach",
        "warning",
        "No cable path joins a device to the gateway, so guacd could not reach it.",
        "Draw the cable, or delete the gateway.",
        {
            "named": Words(
                "No cable path joins {device} to the gateway: guacd could not reach it.",
                "Draw the missing cable, or delete the gateway if the drawing shows no management network.",
            ),
            "unnamed": Words(
                "No cable path joins this device to the gateway: guacd could not reach it.",
                "Draw the missing cable, or delete the gateway if the drawing shows no management network.",
            ),
        },
    ),
    ProblemEntry(
        "device-without-connection",
        "warning",
        "A device has no connection; nobody can open it.",
        "Add one, or say that it is for the drawing only.",
        {
            "named": Words(
                "{device} has no connection: nobody can open it.",
                "Add a connection, or say that it is for the drawing only.",
            ),
            "unnamed": Words(
                "This device has no connection: nobody can open it.",
                "Add a connection, or say that it is for the drawing only.",
            ),
        },
    ),
    ProblemEntry(
        "no-users",
        "warning",
        "There are no users; nobody could log in.",
        "Add a group.",
        {
            DEFAULT: Words("There are no users: nobody could log in.", "Add a group of users."),
        },
    ),
    ProblemEntry(
        "no-connections",
        "warning",
        "There is nothing to connect to.",
        "Add a device with a connection.",
        {
            DEFAULT: Words("There is nothing to connect to.", "Add a device, and give it a connection with a host."),
        },
    ),
    ProblemEntry(
        "lab-too-large",
        "error",
        "There are more connections, groups or devices than can be looked at, or than any Guacamole could hold.",
        "Draw alike devices as one stack and alike users as one group; give access only to what each group needs.",
        {
            "drawn": Words(
                "{drawn:,} connections are drawn; up to {most:,} are possible.",
                "Draw alike devices as one stack, alike users as one group, and give access only to what each group needs.",
            ),
            "pairs": Words(
                "{groups:,} groups by {drawn:,} connections are more than {most:,} pairs.",
                "Draw alike devices as one stack, alike users as one group, and give access only to what each group needs.",
            ),
            "inherited": Words(
                "The defaults come to {inherited:,} characters in all devices; up to {most:,} are possible.",
                "Set fewer or shorter defaults.",
            ),
            "listed": Words(
                "The lists of values for copies have {listed:,} values; up to {most:,} are possible.",
                "Let the values count up where they can, or divide the lab.",
            ),
            "devices": Words(
                "All stacks together have {devices:,} devices; up to {most:,} are possible.",
                "Draw alike devices as one stack, alike users as one group, and give access only to what each group needs.",
            ),
            "connections": Words(
                "All users together would have {connections:,} connections; up to {most:,} are possible.",
                "Draw alike devices as one stack, alike users as one group, and give access only to what each group needs.",
            ),
        },
    ),
    ProblemEntry(
        "drawing-cannot-say",
        "error",
        "A number counts as no drawing can say: directly after a `$`, or with more than nine digits.",
        "Let it begin lower, or take the `$` out; the command line converts the file as it is.",
        {
            DEFAULT: Words(
                "A drawing cannot say {shown}: a number that counts stands directly after a $, or has more than nine digits.",
                "Let it begin lower, or take the $ out; the command line converts the file as it is.",
            ),
        },
    ),
    ProblemEntry(
        "drawing-too-large",
        "error",
        "A file means more nodes, or longer texts, than can be drawn.",
        "Convert it on the command line, which needs no drawing.",
        {
            DEFAULT: Words(
                "This is more than can be drawn: up to {most_nodes:,} nodes, and texts of up to {longest_text:,} characters.",
                "The command line converts it.",
            ),
        },
    ),
)
