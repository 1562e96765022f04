"""Names that vanish, collide or deceive: told or refused before Guacamole meets them."""

import pytest

from support.labs.hostile import (
    CONFIG,
    alice,
    complain,
    complain_about,
    complain_config,
    draw,
    load,
    load_one,
    load_unchecked,
    router,
)


def test_names_that_look_alike_are_two_users_with_a_warning() -> None:
    for one, other in (("é", "e\u0301"), ("User", "user")):
        drawing = draw(alice(username=one), alice(username=other))

        assert set(load(drawing).authorizations) == {one, other}
        assert complain(drawing)["user-name-alike"].severity == "warning"


def test_one_user_name_twice_is_refused() -> None:
    assert complain(draw(alice("one"), alice("two")))["user-name-taken"].is_error


def test_one_connection_name_twice_is_refused() -> None:
    assert complain(draw(alice(), devices=[router(), router(node="r2", host="10.0.0.2")]))[
        "connection-name-taken"
    ].is_error


def test_one_parameter_twice_is_refused() -> None:
    assert complain_about(port="22", parameters={"port": "23"}) == {"parameter-repeated": "error"}
    assert "yaml-duplicate-key" in complain_config(f"{CONFIG}      port: 1\n      port: 2\n")


def test_a_connection_without_a_name_is_refused() -> None:
    assert complain(draw(alice(), devices=[router("")]))["name-missing"].is_error
    assert "config-missing-key" in complain_config(CONFIG.replace("    name_prefix: R\n", ""))


def test_a_connection_may_be_called_default() -> None:
    user = load_one(draw(alice(), devices=[router("DEFAULT"), router("R2", "r2", host="10.0.0.2")]))

    assert {name: held.parameters["hostname"] for name, held in user.connections.items()} == {
        "DEFAULT": "10.0.0.1",
        "R2": "10.0.0.2",
    }
    assert all(held.protocol == "ssh" for held in user.connections.values())


@pytest.mark.parametrize("name", ["a/b", "a\\b", ".", ".."])
def test_a_name_that_breaks_paths_is_written_and_told(name: str) -> None:
    drawing = draw(alice(), devices=[router(name)])

    assert list(load_one(drawing).connections) == [name]
    assert complain(drawing)["name-unsafe-in-paths"].severity == "warning"


def test_a_user_name_with_outer_blanks_would_be_written_as_it_is_but_is_refused() -> None:
    drawing = draw(alice(username=" alice "))

    assert list(load_unchecked(drawing).authorizations) == [" alice "]
    assert complain(drawing)["name-blanks"].severity == "error"
