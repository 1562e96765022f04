"""Beside the real usermapper 0.3: the same bytes for every file that it handles rightly.

The cases in which it does not are told one by one in ``docs/usermapper.md``.
"""

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from usermapper.mapperdata import get_users
from usermapper.usermapper import xmlwriter

from labmapper.core.pipeline import compile_lab, render_mapping
from labmapper.formats.registry import recognise
from labmapper.formats.usermapper_config.reader import parse_config
from support.labs.drawings import GOLDEN

EXAMPLE = GOLDEN / "usermapper-example" / "config.yaml"


def _run(command: str, folder: Path, *arguments: str) -> None:
    verb = ["convert"] if command == "labmapper" else []
    subprocess.run([sys.executable, "-m", command, *verb, *arguments], cwd=folder, check=True, timeout=60)


# As people write them, with random passwords.
WRITTEN = {
    "one of each": """\
users:

    trainers:
        quantity: 1
        username_prefix: trainer
        username_suffix: '01'
        password: random

devices:

    routers:
        quantity: 1
        name_prefix: R
        name_suffix: '01'
        hostname_prefix: '10.1.0.'
        hostname_suffix: '1'
        parameters:
            protocol: ssh
            hostname: ~
            port: 22
            username: root
            password: root
""",
    "random and fixed passwords": """\
# Thursday's class
users:
  teachers: {quantity: 2, username_prefix: teacher, username_suffix: '1', password: staff only}
  pupils: {quantity: 12, username_prefix: pupil, username_suffix: '09', password: random}
devices:
  desktops:
    quantity: 3
    name_prefix: Desk-
    name_suffix: '098'
    hostname_prefix: desk
    hostname_suffix: '98'
    parameters: {protocol: rdp, hostname: ~, port: 3389, ignore-cert: 'true', resize-method: display-update}
  console:
    quantity: 2
    name_prefix: Console
    name_suffix: '1'
    hostname_prefix: 192.168.4.
    hostname_suffix: '20'
    parameters: {hostname: ~, protocol: telnet, username: admin, password: admin}
""",
}


def _convert_in_process(text: str) -> bytes:
    lab, problems = parse_config(text.encode())
    assert lab is not None, problems
    compilation = compile_lab(lab, problems)
    assert compilation.is_sound, compilation.problems
    return b"".join(render_mapping(compilation.lab, bytes(32)))


def _map_with_usermapper(text: str, folder: Path) -> bytes:
    xmlwriter(get_users(yaml.safe_load(text)), str(folder / "theirs.xml"))
    return (folder / "theirs.xml").read_bytes()


def test_both_commands_write_the_same_file_for_the_example(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_bytes(EXAMPLE.read_bytes())

    _run("usermapper", tmp_path)
    theirs = (tmp_path / "user-mapping.xml").read_bytes()
    _run("labmapper", tmp_path)

    assert (tmp_path / "user-mapping.xml").read_bytes() == theirs


def test_both_commands_take_the_same_options(tmp_path: Path) -> None:
    for command in ("usermapper", "labmapper"):
        _run(command, tmp_path, "-i", str(EXAMPLE), "-o", f"{command}-short.xml")
        _run(command, tmp_path, "--input", str(EXAMPLE), "--output", f"{command}-long.xml")

    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


_WORDS = ["student", "trainer", "PC", "R", "srv-", "lab_", "Zoë", "x.y.", "node 1 "]
_PARAMETERS: list[tuple[str, list[Any]]] = [
    ("port", [22, 3389, "5901", 2222]),
    ("username", ["root", "student", "lab admin", "Zoë"]),
    ("password", ["secret", "p{n}w", "a b", "${GUAC_PASSWORD}"]),
    ("color-scheme", ["green-black", "white-black"]),
    ("font-size", [12, "14"]),
    ("scrollback", [1000]),
]


def _generate(chance: random.Random) -> str:
    """Return a config.yaml with usermapper's keys, fixed passwords and no special characters."""
    users = {
        f"group{number}": {
            "quantity": chance.choice([1, 2, 7, "3"]),
            "username_prefix": f"{chance.choice(_WORDS)}{number}x",
            "username_suffix": chance.choice(["01", "1", "9", "099"]),
            "password": chance.choice(["secret", "lab 1", "é"]),
        }
        for number in range(chance.randint(1, 3))
    }
    return yaml.safe_dump({"users": users, "devices": dict(_generate_devices(chance))}, sort_keys=False)


def _generate_devices(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    devices = []
    for number in range(chance.randint(1, 4)):
        parameters: dict[str, Any] = {"protocol": "ssh", "hostname": None}
        parameters |= {name: chance.choice(values) for name, values in _PARAMETERS if chance.random() < 0.6}
        if chance.random() < 0.3:
            del parameters["hostname"]
        shuffled = list(parameters.items())
        chance.shuffle(shuffled)
        device = {
            "quantity": chance.choice([1, 3, 11]),
            "name_prefix": f"{chance.choice(_WORDS)}{number}-",
            "name_suffix": chance.choice(["01", "1", "9", "099"]),
            "hostname_prefix": f"10.{number}.0.",
            "hostname_suffix": chance.choice(["1", "9", "101"]),
            "parameters": dict(shuffled),
        }
        devices.append((f"type{number}", device))
    return devices


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_files_with_random_passwords_differ_from_usermappers_in_these_alone(text: str, tmp_path: Path) -> None:
    ours, theirs = _convert_in_process(text), _map_with_usermapper(text, tmp_path)

    assert _forget_random(ours, text) == _forget_random(theirs, text)
    assert _forget_random(ours, text) != ours


def _forget_random(xml: bytes, text: str) -> bytes:
    """Return *xml* without the passwords to Guacamole that *text* does not give."""
    given = {str(users["password"]) for users in yaml.safe_load(text)["users"].values()}
    return re.sub(rb' password="([^"]*)"', lambda match: match[0] if match[1].decode() in given else b"", xml)


@pytest.mark.parametrize("dump", [json.dumps, partial(yaml.safe_dump, default_flow_style=True)], ids=["JSON", "flow"])
def test_the_same_file_in_json_or_flow_style_comes_out_as_from_usermapper(
    dump: Callable[[Any], str], tmp_path: Path
) -> None:
    text = dump(yaml.safe_load(_generate(random.Random(7))))

    assert text.startswith("{")
    assert recognise(text.encode()).name == "config"
    assert _convert_in_process(text) == _map_with_usermapper(text, tmp_path)


@pytest.mark.parametrize("seed", range(500))
def test_generated_files_come_out_byte_for_byte_as_from_usermapper(seed: int, tmp_path: Path) -> None:
    text = _generate(random.Random(seed))

    assert _convert_in_process(text) == _map_with_usermapper(text, tmp_path)
