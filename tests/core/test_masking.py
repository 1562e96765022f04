from labmapper.core.guacamole.secrets import MASK
from labmapper.core.lab import FixedPassword, Person, RandomPassword
from labmapper.core.masking import mask_lab
from labmapper.exporters.usermapper_config import render_config
from labmapper.importers.usermapper_config import parse_config
from support.drawings import CONFIG


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
