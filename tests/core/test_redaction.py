from labmapper.core.drawing.document import render_json
from labmapper.core.guacamole.secrets import MASK
from labmapper.core.lab.structure import FixedPassword, Person, RandomPassword
from labmapper.core.redaction import mask_lab, strip_secrets
from labmapper.formats.usermapper_config.reader import parse_config
from labmapper.formats.usermapper_config.writer import render_config
from support.labs.drawings import CONFIG, build_diagram, draw_lab


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
    from dataclasses import replace

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
