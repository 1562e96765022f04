"""All outputs let the same people reach the same devices: random labs as files, SQL on both databases, import and JSON.

``make fuzz`` runs it with 300 labs.
"""

import base64
import csv
import io
import json
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from labmapper.core.pipeline import compile_diagram
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from support.guacamole.databases import GuacamoleDatabase, MariaDb, Postgres
from support.guacamole.reader import read_gateway
from support.labs.drawings import build_diagram
from support.labs.strategies import drawings
from support.server.soak import count_examples

LABS = count_examples(12)
SEED = bytes(range(32))
KEY = "00112233445566778899aabbccddeeff"
# What MySQL alone refuses, and rightly; everything else must be carried by all.
MYSQL_CANNOT = {"database-character", "database-names-meet"}
NO_FIXTURE_RESET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

# Everybody's connections without their names, which outputs may set apart otherwise: as often as each is there.
Reach = dict[str, Counter[tuple[tuple[str, str], ...]]]


def write(drawing: dict[str, Any], target: str, **values: str) -> bytes:
    diagram = build_diagram(drawing)
    found = registry.find_writable(target)
    assert found is not None
    chunks, problems = write_file(found, diagram, compile_diagram(diagram), SEED, values)
    if target == "guacamole-mysql":
        assume(not {each.code for each in problems if each.is_error} & MYSQL_CANNOT)
    assert chunks is not None, problems
    return b"".join(chunks)


def count(connections: list[dict[str, str]]) -> Counter[tuple[tuple[str, str], ...]]:
    """Return how often each connection is there; a value that is empty is as good as none."""
    return Counter(tuple(sorted((name, value) for name, value in each.items() if value)) for each in connections)


def read_mapping(drawing: dict[str, Any]) -> Reach:
    reach: Reach = {}
    for authorize in ET.fromstring(write(drawing, "user-mapping")):
        connections = []
        for connection in authorize:
            parameters = {each.get("name", ""): each.text or "" for each in connection.iter("param")}
            connections.append({"protocol": connection.findtext("protocol", ""), **parameters})
        reach[authorize.get("username", "")] = count(connections)
    return reach


def read_database(database: GuacamoleDatabase, drawing: dict[str, Any], groups: str) -> Reach:
    database.empty()
    target = "guacamole-mysql" if database.is_mysql else "guacamole-postgresql"
    database.load(write(drawing, target, groups=groups))
    gateway = read_gateway(database)
    for row in csv.DictReader(io.StringIO(write(drawing, "credentials").decode(), newline="")):
        assert gateway.lets_in(row["username"], row["password"])
    return {name: count(list(reached.values())) for name, reached in gateway.reached.items()}


def read_import(drawing: dict[str, Any], people: list[str]) -> Reach:
    reach: dict[str, list[dict[str, str]]] = {name: [] for name in people}
    for record in json.loads(write(drawing, "guacamole-import")):
        for name in record.get("users", ()):
            reach[name].append({"protocol": record["protocol"], **record.get("parameters", {})})
    return {name: count(connections) for name, connections in reach.items()}


def read_links(drawing: dict[str, Any]) -> Reach:
    """Return what the links open, decrypted by a reader that knows nothing of what wrote them."""
    reach: Reach = {}
    text = write(drawing, "guacamole-json", key=KEY, address="https://gateway.example/guacamole/")
    for row in csv.DictReader(io.StringIO(text.decode(), newline="")):
        document = decrypt(row["link"])
        connections = [
            {"protocol": each["protocol"], **each["parameters"]} for each in document["connections"].values()
        ]
        reach[document["username"]] = count(connections)
    return reach


def decrypt(link: str) -> Any:
    sealed = base64.b64decode(parse_qs(urlsplit(link).fragment.removeprefix("/?"))["data"][0])
    decryptor = Cipher(algorithms.AES(bytes.fromhex(KEY)), modes.CBC(bytes(16))).decryptor()
    signed = decryptor.update(sealed) + decryptor.finalize()
    return json.loads(signed[32 : -signed[-1]])


@settings(max_examples=LABS, suppress_health_check=NO_FIXTURE_RESET)
@given(drawing=drawings(), groups=st.sampled_from(["pods", "zones", "none"]))
def test_every_output_lets_the_same_people_reach_the_same_devices(
    guacamole_postgres: Postgres, drawing: dict[str, Any], groups: str
) -> None:
    assume(compile_diagram(build_diagram(drawing)).is_sound)

    expected = read_mapping(drawing)

    assert read_database(guacamole_postgres, drawing, groups) == expected
    assert read_import(drawing, list(expected)) == expected
    assert read_links(drawing) == expected


def test_mysql_lets_the_same_people_reach_the_same_devices_wherever_it_can_hold_them(
    guacamole_mariadb: MariaDb,
) -> None:
    looked_at = compared = 0

    # It refuses about every other lab, which is no example then: nine of ten would be too many.
    @settings(max_examples=LABS, suppress_health_check=[*NO_FIXTURE_RESET, HealthCheck.filter_too_much])
    @given(drawing=drawings(), groups=st.sampled_from(["pods", "zones", "none"]))
    def compare(drawing: dict[str, Any], groups: str) -> None:
        nonlocal looked_at, compared
        assume(compile_diagram(build_diagram(drawing)).is_sound)
        expected = read_mapping(drawing)
        looked_at += 1

        assert read_database(guacamole_mariadb, drawing, groups) == expected
        compared += 1

    compare()
    assert LABS <= compared <= looked_at < 10 * compared
