"""The writer: Guacamole reads back exactly what the lab holds, in constant memory."""

import itertools
import tracemalloc
from dataclasses import replace

from labmapper.core.guacamole.loader import load_user_mapping
from labmapper.core.guacamole.writer import render_mapping
from labmapper.core.lab.numbering import build_literal, parse_counted, parse_first, parse_pattern
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, RandomPassword, UserType
from labmapper.core.redaction import mask_lab

_NASTY = "  a&b<c>d\"e'f]]>\r\n\t{n} %s %% ${GUAC_USERNAME} ü😀\u2028\x85 "


def _users(label: str = "student01", count: int = 3) -> UserType:
    names, first = parse_first(label)
    return UserType(label.rstrip("0123456789"), names, first, count, FixedPassword("pw"))


def _device(label: str, *, count: int = 1, pod: str | None = None, host: str = "10.0.0.1") -> DeviceType:
    names, first = parse_first(label)
    parameters = (("protocol", build_literal("ssh")), ("hostname", parse_counted(host, first)))
    return DeviceType(label, names, first, count, parameters, pod)


def _render(lab: Lab, seed: bytes | None = bytes(32)) -> bytes:
    return b"".join(render_mapping(lab, seed))


def test_an_empty_lab_is_a_valid_file() -> None:
    assert _render(Lab()) == b"<user-mapping>\n</user-mapping>\n"


def test_the_beginning_does_not_wait_for_all_devices() -> None:
    def measure(devices: int) -> int:
        lab = Lab((_users(),), (_device("R00001", count=devices),))
        tracemalloc.start()
        beginning = b"".join(itertools.islice(render_mapping(lab, None), 3))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert beginning.count(b"<connection ") > 100
        return peak

    assert measure(16_000) < 1.5 * measure(1_000)


def test_every_text_comes_back_as_it_was() -> None:
    device = replace(_device("R1"), names=build_literal(_NASTY))
    device = replace(
        device, parameters=(*device.parameters, ("password", build_literal(_NASTY)), (_NASTY, build_literal("")))
    )
    users = replace(_users(count=1), usernames=build_literal(_NASTY), password=FixedPassword(_NASTY))

    (username, held), *_ = load_user_mapping([_render(Lab((users,), (device,)))]).authorizations.items()

    assert (username, held.password) == (_NASTY, _NASTY)
    assert held.connections[_NASTY].parameters == {"hostname": "10.0.0.1", "password": _NASTY, _NASTY: ""}


def test_pod_numbers_and_owners_fill_the_templates() -> None:
    pod = replace(_device("R1", pod="student", host="10.0.{pod}.1"), names=parse_pattern("100% R{n}"))
    lab = Lab((_users(count=2), _users("<trainer>1", 1)), (_device("wiki"), pod, _device("last")))

    loaded = load_user_mapping([_render(lab)]).authorizations

    assert loaded["student02"].connections["100% R1"].parameters["hostname"] == "10.0.2.1"
    assert list(loaded["<trainer>1"].connections) == ["wiki", "100% R1 (student01)", "100% R1 (student02)", "last"]


def test_the_encoding_stands_there_only_where_it_is_due() -> None:
    lab = Lab((_users(count=1),), (), hashing="plain")

    assert b"encoding" not in _render(lab)
    assert b'encoding="sha256">' in _render(replace(lab, hashing="sha256"))
    assert load_user_mapping([_render(replace(lab, hashing="md5"))]).authorizations["student01"].accepts("pw")


def test_a_masked_lab_without_a_seed_shows_no_secret_at_all() -> None:
    secret = ("password", build_literal("device-secret"))
    device = replace(_device("R1"), parameters=(*_device("R1").parameters, secret))

    shown = _render(mask_lab(Lab((_users(),), (device,))), None).decode()

    assert "device-secret" not in shown
    assert shown.count('password="••••••••"') == 3
    assert "10.0.0.1" in shown


def test_the_same_lab_gives_the_same_bytes() -> None:
    lab = Lab((replace(_users(), password=RandomPassword()),), (_device("R1", count=5),))

    assert _render(lab) == _render(lab)


def test_memory_stays_flat_however_many_people_there_are() -> None:
    def measure(people: int) -> int:
        lab = Lab((_users("s000001", people),), (_device("R001", count=200),))
        tracemalloc.start()
        for _ in render_mapping(lab, bytes(32)):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert measure(5000) < 1.5 * measure(20)


def test_more_devices_than_are_kept_are_streamed() -> None:
    lab = Lab((_users(count=2),), (_device("R000001", count=20_000),))

    pieces = list(render_mapping(lab, bytes(32)))

    assert max(map(len, pieces)) < 100_000
    assert b"".join(pieces).count(b"<connection ") == 40_000
