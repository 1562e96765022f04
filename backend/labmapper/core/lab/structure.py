"""The lab: what a diagram or a ``config.yaml`` means.

User types and device types as ``usermapper`` knows them, and a superset of it: which devices a user type reaches,
rosters, pods, patterns and hashing. Both roads end here, and one generator begins here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, islice

from labmapper.core.lab.numbering import Pattern
from labmapper.core.lab.passwords import Encoding, Hashing, PasswordRecipe, derive_password
from labmapper.core.problems import NOWHERE, Place

# The most alike devices or people in one type, the largest pod number, and the most rotations of a password.
MAX_COUNT = 100_000
MAX_POD = 1_000_000
MAX_ROTATION = 1_000_000_000

# What decides which copies of which devices somebody sees.
View = tuple[tuple[str, ...] | None, str | None]
# Where in a text the parts of a type are written: by ``names`` or ``parameters.port``, the line.
Lines = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RandomPassword:
    """Derived from the seed; *rotation* counts for the group, *rotations* for single user names."""

    rotation: int = 0
    rotations: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FixedPassword:
    """One password for everybody, taken as typed."""

    value: str


@dataclass(frozen=True, slots=True)
class Person:
    """One line of a roster. Without a *pod* the place in the list, counted from 1, is the pod number.

    With an *encoding* the *password* is such a hash, and nobody here knows the password itself.
    *name*, *email* and *id* only tell who it is; no file for Guacamole has them.
    """

    username: str
    password: str | None = None
    pod: int | None = None
    name: str = ""
    email: str = ""
    id: str = ""
    encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who logs in: the name, the password as typed, or its hash with an *encoding*, and the number of their pods."""

    username: str
    password: str
    pod: int
    encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class UserType:
    """People who reach the same devices: numbered user names, or a *roster*.

    *reaches* names device types; None is usermapper's rule, every device. *place* is where it was drawn or written.
    """

    name: str
    usernames: Pattern
    first: int
    quantity: int
    password: RandomPassword | FixedPassword
    roster: tuple[Person, ...] = ()
    reaches: tuple[str, ...] | None = None
    place: Place = NOWHERE
    lines: Lines = field(default_factory=dict, compare=False, repr=False)

    @property
    def size(self) -> int:
        """How many people it is."""
        return len(self.roster) or self.quantity

    def iter_typed_passwords(self) -> Iterator[tuple[int | None, str]]:
        """Yield the passwords that were typed and that somebody logs in with, each once; known hashes are none.

        With each comes the place in the roster, counted from 0; None for the fixed one, which all others share.
        """
        own = [(place, person) for place, person in enumerate(self.roster) if person.password is not None]
        if isinstance(self.password, FixedPassword) and len(own) < self.size:
            yield None, self.password.value
        yield from ((place, person.password or "") for place, person in own if person.encoding is None)

    def iter_people(self) -> Iterator[Person]:
        """Yield everybody in order, each with the pod number."""
        return map(self.get_person, range(self.size))

    def get_person(self, place: int) -> Person:
        """Return who stands at *place*, counted from 0, with the pod number."""
        if not self.roster:
            return Person(self.usernames.render(self.first + place), None, place + 1)
        person = self.roster[place]
        return person if person.pod is not None else replace(person, pod=place + 1)

    def iter_users(self, seed: bytes, recipe: PasswordRecipe | None = None) -> Iterator[User]:
        """Yield everybody in order with their passwords, the random ones made from *seed* by *recipe*."""
        rotations = dict(self.password.rotations) if isinstance(self.password, RandomPassword) else {}
        for person in self.iter_people():
            if person.password is not None:
                password = person.password
            elif isinstance(self.password, FixedPassword):
                password = self.password.value
            else:
                rotation = (self.password.rotation, rotations.get(person.username, 0))
                password = derive_password(seed, person.username, rotation, recipe)
            yield User(person.username, password, person.pod or 0, person.encoding)


@dataclass(frozen=True, slots=True)
class Defaults:
    """The *parameters* of every connection by *protocol* that does not say them itself, as they were typed.

    *places* tells where each is drawn or written, by its name; "" is where the protocol is.
    """

    protocol: str
    parameters: tuple[tuple[str, str], ...]
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DeviceType:
    """Alike devices, each with one Guacamole connection.

    *parameters* keep their order, which is the order in the file; ``protocol`` and ``hostname`` stand among them.
    With *pod* the type exists once for every user of that user type. *inherited* are the names of the parameters that come
    from the defaults of the lab, each with the place of the default; they stand last. *is_host_counting_stated* where
    somebody said so, and need not be asked whether the host of a stack is meant to count beside its port.
    """

    name: str
    names: Pattern
    first: int
    quantity: int
    parameters: tuple[tuple[str, Pattern], ...]
    pod: str | None = None
    place: Place = NOWHERE
    lines: Lines = field(default_factory=dict, compare=False, repr=False)
    inherited: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    is_host_counting_stated: bool = field(default=False, compare=False, repr=False)
    # What was found out about it: a preview has nearly all device types of the one before (``drawing.lab_from_diagram``).
    found: dict[str, bool] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def numbers(self) -> range:
        """The values of ``n``, one a device."""
        return range(self.first, self.first + self.quantity)

    def list_ends(self, pods: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the first and the last number, each with the first and the last of *pods*, every pair once.

        Numbers are linear in every value, so these show whatever goes wrong with any of them; where a list stands, all
        that have a value are looked at.
        """
        lists = [value.listed for _, value in self.parameters if value.listed and value.listed.values]
        if lists:
            longest = max(lists, key=lambda listed: len(listed.values))
            copies = islice(longest.iter_copies(), len(longest.values))
            return [(n, pod) for n, pod in copies if all(listed.pick(n, pod) for listed in lists)]
        first, last = self.first, self.first + self.quantity - 1
        if first == last and pods[0] == pods[1]:
            return [(first, pods[0])]
        return list(dict.fromkeys((n, pod) for pod in pods for n in (first, last)))

    @property
    def must_state_host_counting(self) -> bool:
        """Whether a file must say that the host counts, as was said: beside a port that counts one would be asked."""
        if not self.is_host_counting_stated or self.quantity == 1:
            return False
        counting = [self.find_parameter(name) for name in ("hostname", "port")]
        return all(value is not None and value.has("n") and not value.listed for value in counting)

    @property
    def has_names_by_pod(self) -> bool:
        """Whether the names of two copies differ by themselves; else ``R1 (student03)`` sets them apart."""
        return self.names.has("pod")

    def find_parameter(self, name: str) -> Pattern | None:
        """Return the value of the parameter *name*, or None where it is not given."""
        for known, value in reversed(self.parameters):  # of two with one name the last counts
            if known == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Copies:
    """Neighbouring device types as one group of people sees them.

    Without an *owner* everybody sees them once, those in a pod with their own number. With an *owner* they are pods of
    other people: one copy for each of these, and the names that do not differ by themselves are set apart.
    """

    devices: tuple[DeviceType, ...]
    owner: UserType | None


@dataclass(frozen=True, slots=True)
class Lab:
    """Who there is, what there is, and the Guacamole that it is for.

    Random passwords are made by *recipe*, without one as they always were. *defaults* are in the parameters of the devices
    already (``lab.defaults``).
    *comments* are the lines of the file it was read from that have a comment, which no lab can hold.
    """

    users: tuple[UserType, ...] = ()
    devices: tuple[DeviceType, ...] = ()
    guacamole: str = "1.6.0"
    hashing: Hashing = "plain"
    recipe: PasswordRecipe | None = None
    comments: tuple[int, ...] = field(default=(), compare=False, repr=False)
    defaults: tuple[Defaults, ...] = ()
    _named: dict[str, list[int]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _in_pods: dict[str, list[int]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def has_random_passwords(self) -> bool:
        """Whether the mapping depends on the seed."""
        return any(
            isinstance(users.password, RandomPassword)
            and (not users.roster or any(person.password is None for person in users.roster))
            for users in self.users
        )

    def list_reached(self, users: UserType) -> tuple[DeviceType, ...]:
        """Return the device types that *users* reach, in the order of the lab; owning a pod is access to it."""
        if users.reaches is None:
            return self.devices
        if not self._named:
            self._note_places()
        places = {place for name in users.reaches for place in self._named.get(name, ())}
        places.update(self._in_pods.get(users.name, ()))
        return tuple([self.devices[place] for place in sorted(places)])

    def _note_places(self) -> None:
        """Note where the device types of each name and of each pod stand: groups ask often, and reach few of them."""
        named, in_pods = self._named, self._in_pods
        for place, device in enumerate(self.devices):
            named.setdefault(device.name, []).append(place)
            if device.pod is not None:
                in_pods.setdefault(device.pod, []).append(place)

    def list_views(self) -> list[tuple[UserType, "View"]]:
        """Return all users, each with what decides which copies they see: equal views have equal ``list_copies``."""
        pods = self.group_by_pod()
        return [(users, (users.reaches, users.name if users.name in pods else None)) for users in self.users]

    def group_by_pod(self) -> dict[str, list[DeviceType]]:
        """Return the device types in pods by the name of the users who have one each, both in the order of the lab."""
        pods: dict[str, list[DeviceType]] = {}
        for device in self.devices:
            if device.pod is not None:
                pods.setdefault(device.pod, []).append(device)
        return pods

    def list_copies(self, users: UserType) -> tuple["Copies", ...]:
        """Return what *users* reach, in the order of the lab, parted where the copies are somebody else's.

        What there is none of does not count: no device of a type, or nobody who has the pod.
        """
        reached = [device for device in self.list_reached(users) if device.quantity]
        owners = {pod: self.get_users(pod) for pod in {device.pod for device in reached} if pod and pod != users.name}
        if not owners:
            return (Copies(tuple(reached), None),) if reached else ()
        seen = [device for device in reached if device.pod not in owners or owners[device.pod].size]
        parted = groupby(seen, key=lambda device: device.pod if device.pod in owners else None)
        return tuple(Copies(tuple(devices), owners[pod] if pod else None) for pod, devices in parted)

    def get_users(self, name: str) -> UserType:
        """Return the user type called *name*; raise KeyError where there is none."""
        for users in self.users:
            if users.name == name:
                return users
        raise KeyError(name)
