"""What keeps a hand-out from being made, and what it lacks."""

import re
from collections.abc import Iterator

from labmapper.core.problems import Problem
from labmapper.formats.format import Content
from labmapper.formats.hand_outs.people import read_names

# Nobody prints more at once, and a browser would lay them out for minutes.
MOST_PEOPLE = 2_000
# So long addresses make QR codes that no phone reads from a slip.
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/[^\s\\\"<>]*)?")
_LONGEST_ADDRESS = 300


def check_people(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the choice of people, and with the address of the gateway."""
    groups, people = read_names(content.values, "groups"), read_names(content.values, "people")
    known = {users.name: users for users in content.lab.users}
    for name in sorted(groups - known.keys()):
        yield Problem.error("hand-out-unknown", variant="group", name=name)
    chosen = [users for name, users in known.items() if not groups or name in groups]
    if people:
        usernames = {person.username for users in chosen for person in users.iter_people()}
        for name in sorted(people - usernames):
            yield Problem.error("hand-out-unknown", variant="person", name=name)
    count = len(people) or sum(users.size for users in chosen)
    if not count:
        yield Problem.error("hand-out-empty")
    elif count > MOST_PEOPLE:
        yield Problem.error("hand-out-too-many", people=count, most=MOST_PEOPLE)
    address = str(content.values.get("address", ""))
    if address and (len(address) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(address)):
        yield Problem.error("hand-out-address", address=address)


def check_slips(content: Content) -> Iterator[Problem]:
    """Yield what ``check_people`` finds, and what the slips will not tell."""
    yield from check_people(content)
    if not content.values["address"]:
        yield Problem.warning("hand-out-no-address")
    yield from _check_hashes(content)


def check_mail_merge(content: Content) -> Iterator[Problem]:
    """Yield what ``check_people`` finds, and whose password the list lacks."""
    yield from check_people(content)
    yield from _check_hashes(content)


def check_group_list(content: Content) -> Iterator[Problem]:
    """Yield what ``check_people`` finds, and that Moodle needs a course to put people into groups of."""
    yield from check_people(content)
    if content.values["platform"] == "moodle" and not content.values["course"]:
        yield Problem.warning("hand-out-no-course")


def _check_hashes(content: Content) -> Iterator[Problem]:
    """Yield that passwords are missing of those who were chosen, unless all of them come by single sign-on."""
    if content.values.get("sign_on"):
        return
    groups, people = read_names(content.values, "groups"), read_names(content.values, "people")
    hashed = [
        person.username
        for users in content.lab.users
        if not groups or users.name in groups
        for person in users.roster
        if person.encoding and (not people or person.username in people)
    ]
    if hashed:
        yield Problem.warning("hand-out-hash", people=len(hashed), first=hashed[0])
