from dataclasses import replace

from labmapper.core.drawing.document import render_json
from labmapper.core.guacamole.secrets import MASK
from labmapper.core.lab.structure import FixedPassword, Lab, Person, RandomPassword
from labmapper.core.redaction import mask_lab, strip_secrets
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config
from support.labs.drawings import CONFIG, build_diagram, draw_lab, draw_other


def test_no_secret_is_left() -> None:
    lab, _ = parse_config(CONFIG.replace(b"password: random", b"password: fixed\n    fixed_password: class-password"))
    assert lab is not None

    text = render_config(mask_lab(lab))

    assert "class-password" not in text
    assert "router-secret" not in text
    assert MASK in text
    assert "username: cisco" in text


def test_a_random_password_stays_what_it_is() -> None:
    lab, _ = parse_config(CONFIG)
    assert lab is not None

    assert isinstance(mask_lab(lab).users[0].password, RandomPassword)


def test_what_is_empty_stays_empty() -> None:
    lab, _ = parse_config(CONFIG.replace(b"router-secret", b"''"))
    assert lab is not None

    assert MASK not in render_config(mask_lab(lab))


def test_a_roster_is_masked() -> None:
    lab, _ = parse_config(CONFIG)
    assert lab is not None
    users = replace(lab.users[0], roster=(Person("ann", "hush"), Person("ben")), password=FixedPassword(""))
    masked = mask_lab(replace(lab, users=(users,))).users[0]

    assert [person.password for person in masked.roster] == [MASK, None]
    assert masked.password == FixedPassword("")


def test_a_drawing_to_look_at_holds_no_secret_and_all_that_shows() -> None:
    drawing = draw_lab(password="class-password")
    drawing["nodes"][1]["roster"] = [{"username": "anna", "password": "annas-password"}]

    text = render_json(strip_secrets(build_diagram(drawing))).decode()

    assert not any(secret in text for secret in ("router-secret", "class-password", "annas-password"))
    assert all(shown in text for shown in ("R1", "10.0.0.1", "student01", "anna"))


def test_a_list_of_passwords_is_masked_one_by_one_and_hosts_stay() -> None:
    text = render_config(mask_lab(_draw_lists()))

    assert "geheim" not in text
    assert text.count(MASK) == 2
    assert "h1.example" in text


def test_a_picture_has_no_list_of_passwords() -> None:
    diagram = build_diagram(
        draw_other("nodes.0.connections.0.copies", {"hostname": ["h1", "h2"], "password": ["geheim-1", "geheim-2"]})
    )

    bare = render_json(strip_secrets(diagram)).decode()

    assert "geheim" not in bare
    assert "h2" in bare


def _draw_lists() -> Lab:
    lab, problems = parse_config(
        b"users: {u: {quantity: 1, username_prefix: u, username_suffix: '1', password: pw}}\n"
        b"devices:\n"
        b"  r: {quantity: 2, name_prefix: R, name_suffix: '1', parameters: {protocol: ssh},\n"
        b"      copies: {hostname: [h1.example, h2.example], password: [geheim-1, geheim-2]}}\n"
    )
    assert lab is not None, problems
    return replace(lab, users=())
