"""The one writer of ``user-mapping.xml``: streamed, deterministic, in constant memory.

One line an element and no declaration, as ``usermapper`` writes it. No blank inside ``param`` and ``protocol``:
Guacamole's ``ProtocolTagHandler`` and ``ParamTagHandler`` do not trim their text.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from labmapper.core.guacamole.secrets import MASK
from labmapper.core.guacamole.xml_text import escape_attribute, escape_content
from labmapper.core.lab.copy_templates import OWNER, Part, Template, build_template, resolve
from labmapper.core.lab.passwords import hash_password
from labmapper.core.lab.structure import Copies, DeviceType, Lab, User

# A template of this many devices is some 64 KiB: large enough to be quick, small enough to stream.
_DEVICES_A_TEMPLATE = 256
# Up to here the templates of one group are kept from user to user; beyond, memory matters more than time.
_DEVICES_KEPT = 16_384


_Body = tuple[tuple[Copies, Iterable[Template]], ...] | None


class _Kept:
    """Templates that are built when the first reader gets there, and kept for those that come after it.

    So whoever reads only the beginning, as the preview does, waits for no more of them than that.
    """

    def __init__(self, templates: Iterator[Template]) -> None:
        self._coming = templates
        self._built: list[Template] = []

    def __iter__(self) -> Iterator[Template]:
        yield from self._built
        for template in self._coming:
            self._built.append(template)
            yield template


def render_mapping(lab: Lab, seed: bytes | None) -> Iterator[bytes]:
    """Yield the file for *lab* piece by piece, random passwords made from *seed*.

    The lab must be sound (``pipeline.compile_lab``). Without a *seed* all passwords of people are dots: for looking,
    together with ``masking.mask_lab``.
    """
    views = {view: users for users, view in reversed(lab.list_views())}
    build = lru_cache(maxsize=4)(lambda view: _build_body(lab.list_copies(views[view])))
    yield b"<user-mapping>\n"
    for users, view in lab.list_views():
        body: _Body = build(view)
        for user in users.iter_users(seed or b"", lab.recipe):
            yield _render_authorize(user, lab, is_masked=seed is None)
            for each, templates in body or _iter_body(lab.list_copies(users)):
                yield from _fill(each, templates, user)
            yield b"    </authorize>\n"
    yield b"</user-mapping>\n"


def _count_devices(copies: tuple[Copies, ...]) -> int:
    return sum(device.quantity for each in copies for device in each.devices)


def _render_authorize(user: User, lab: Lab, *, is_masked: bool) -> bytes:
    written = user.encoding or lab.hashing
    password = user.password if user.encoding else hash_password(user.password, lab.hashing)
    password = MASK if is_masked else password
    encoding = "" if written == "plain" else f' encoding="{written}"'
    name = escape_attribute(user.username)
    return f'    <authorize username="{name}" password="{escape_attribute(password)}"{encoding}>\n'.encode()


def _fill(copies: Copies, templates: Iterable[Template], user: User) -> Iterator[bytes]:
    if copies.owner is None:
        for template in templates:
            yield template.fill(user.pod, "")
        return
    kept = tuple(templates)
    for person in copies.owner.iter_people():
        owner = escape_attribute(person.username)
        for template in kept:
            yield template.fill(person.pod or 0, owner)


def _build_body(copies: tuple[Copies, ...]) -> _Body:
    """Return the templates of *copies*, or None where there are more than are kept."""
    if _count_devices(copies) > _DEVICES_KEPT:
        return None
    return tuple((each, _Kept(templates)) for each, templates in _iter_body(copies))


def _iter_body(copies: tuple[Copies, ...]) -> Iterator[tuple[Copies, Iterator[Template]]]:
    for each in copies:
        yield each, _iter_templates(each)


def _iter_templates(copies: Copies) -> Iterator[Template]:
    parts: list[Part] = []
    for number, connection in enumerate(_iter_connections(copies), start=1):
        parts += connection
        if number % _DEVICES_A_TEMPLATE == 0:
            yield build_template(parts)
            parts = []
    yield build_template(parts)


def _iter_connections(copies: Copies) -> Iterator[list[Part]]:
    for device in copies.devices:
        apart = copies.owner is not None and not device.has_names_by_pod
        for n in device.numbers:
            yield _render_connection(device, n, apart=apart)


@lru_cache(maxsize=1024)
def _get_tags(name: str) -> tuple[str, str]:
    """Return what stands before and behind the value of the parameter *name*."""
    if name == "protocol":
        return "            <protocol>", "</protocol>\n"
    return f'            <param name="{escape_attribute(name)}">', "</param>\n"


def _render_connection(device: DeviceType, n: int, *, apart: bool) -> list[Part]:
    parts: list[Part] = ['        <connection name="', *resolve(device.names, n, escape_attribute)]
    if apart:
        parts += [" (", OWNER, ")"]
    parts.append('">\n')
    for name, value in device.parameters:
        opening, closing = _get_tags(name)
        parts += (opening, *resolve(value, n, escape_content), closing)
    parts.append("        </connection>\n")
    return parts
