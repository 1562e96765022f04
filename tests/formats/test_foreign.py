"""Files of kinds that are not read: each is named as what it is, instead of complaining about its YAML."""

import pytest

from labmapper.core.messages.files.general import FILES
from labmapper.formats.foreign import is_nothing, recognise_foreign
from labmapper.formats.importing import read_file
from labmapper.formats.registry import find_readable
from support.labs.drawings import GOLDEN

NOTHING = "The file is of no kind that Labmapper reads: no lab, no list of devices, and no config.yaml, which has users and devices."
KINDS = {
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR": "The file is a PNG picture.",
    b"\xff\xd8\xff\xe0\x00\x10JFIF": "The file is a JPEG picture.",
    b"GIF89a\x01\x00": "The file is a GIF picture.",
    b"%PDF-1.7\n": "The file is a PDF document.",
    b"PK\x03\x04\x14\x00": (
        "The file is a ZIP archive, as documents of Word and Excel are, without a lab of GNS3 or EVE-NG in it."
    ),
    b"\x1f\x8b\x08\x00": "The file is a gzip archive.",
    b"SQLite format 3\x00\x10": "The file is an SQLite database.",
    b"<!DOCTYPE html>\n<html>": "The file is a web page.",
    b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- mine -->\n<svg xmlns="x"/>': "The file is an SVG picture.",
    b'{"snmp": [],\n "domains": [],\n "discover": []}': (
        "The file is the configuration of natlas, which holds SNMP communities and no lab."
    ),
    b"name: a\nhosts:\n- name: h\nnetworks: []\nnet_mappings: []\n": (
        "The file is a sandbox of KYPO or CyberRangeCZ, whose machines get their addresses from that platform only."
    ),
    b"box: iosv\nlinks:\n- ifindex: 1\n  ifname: eth1\n  linkindex: 3\nmgmt:\n  ipv4: 10.0.0.1\n": (
        "The file is what netlab writes about one device for Ansible (host_vars), not a lab."
    ),
    b'<?xml version="1.0"?><domain type="kvm"/>': "The file is XML of no kind that Labmapper reads.",
    b'<?xml version="1.0"?>\n<!DOCTYPE lab [<!ENTITY a "b">]>\n<lab name="&a;"/>': (
        "The file is XML that declares entities of its own, which are not read for safety."
    ),
    b"# for the template\nspines:\n  num: 2\nleafs: {num: 8, users: 3}\n": NOTHING,
    b"- name: play\n  hosts: all\n": NOTHING,
    b"hostname R1\n!\ninterface Gi0/0\n": NOTHING,
    b'{"services": {"guacd": {}}}': NOTHING,
    b"Host r1\n  HostName 10.0.0.1\n  User admin\nUser ops\n": NOTHING,
    b"one,two\n1,2\n": NOTHING,
    b"autostart = False\n[127.0.0.1:7200]\n    workingdir = /tmp\n    [[ROUTER R1]]\n        model = 3640\n": (
        "The file is a project of GNS3 0.8 (.net). GNS3 1.3 and newer open it and save it as .gns3."
    ),
    b'{"appliance_id": "1", "name": "R", "registry_version": 6}': (
        "The file is an appliance of GNS3: the template of one device, not a lab."
    ),
    b'Creator "x"\ngraph [\n  node [\n    id 0\n  ]\n]\n': "The file is a graph in GML.",
    bytes(range(256)): "The file is no text, and of no kind that Labmapper reads.",
    b"node n1 {\n    type router\n    model frr\n}\n": (
        "The file is a network of IMUNES or CORE (.imn), whose nodes have no consoles that others could reach."
    ),
    '\ufeff<?xml version="1.0"?><domain/>'.encode("utf-16-le"): "The file is XML of no kind that Labmapper reads.",
}


@pytest.mark.parametrize("data", KINDS, ids=lambda data: ascii(data[:12]))
def test_a_file_that_is_not_read_is_named_as_what_it_is(data: bytes) -> None:
    imported = read_file(data)

    assert imported.source is None
    assert [problem.message for problem in imported.problems] == [KINDS[data]]


def test_every_kind_has_its_words() -> None:
    assert {recognise_foreign(data) or "none" for data in KINDS} == set(FILES[0].variants)


def test_who_says_which_format_it_is_hears_what_is_wrong_with_it() -> None:
    imported = read_file(b"spines: 2\n", find_readable("containerlab"))

    assert {problem.code for problem in imported.problems} == {"import-unreadable"}


def test_what_labmapper_writes_is_read() -> None:
    mapping = (GOLDEN / "classroom" / "user-mapping.xml").read_bytes()

    imported = read_file(mapping)

    assert imported.source is not None
    assert not imported.problems


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"# only a remark\n",
        b"users: {}",
        b"  users: {}\n  devices: {}\n",
        b"# a remark\n%YAML 1.1\n--- # and another\n  a: 1\n  users: {}\n",
        b"user:\n",
        b"a: 1\nDevice: {}\n",
        b'{"device": {}}',
        b"\xef\xbb\xbfusers",
        b"<<: *a\nusers: <b>",
        b"< 5\nusers",
        "\ufeffusers:".encode("utf-16"),
    ],
)
def test_a_text_that_may_be_read_is_not_foreign(data: bytes) -> None:
    assert recognise_foreign(data) is None
    assert not is_nothing(data)


@pytest.mark.parametrize(
    "data",
    [
        b"deivces:\n  r1: {quantity: 1}\nusres:\n  s: {quantity: 2}\n",
        b'{"deivces": {"r1": {"quantity": 1}},\n"usres": {}}',
        b"# a class\n\n  usres: {}\n  Deivces: {}\n",
    ],
)
def test_keys_that_are_both_misspelt_are_told_with_what_was_meant(data: bytes) -> None:
    hints = [problem.hint for problem in read_file(data).problems]

    assert {"Did you mean devices?", "Did you mean users?"} <= set(hints)


@pytest.mark.parametrize("data", [b"services:\n  web: {}\n", b"defaults: {}\ndomain: a\n", b"urls: []\nunits: {}\n"])
def test_keys_of_other_files_are_no_slips(data: bytes) -> None:
    assert is_nothing(data)
