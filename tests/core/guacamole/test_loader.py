"""The model of Guacamole's loader, against what its own classes were seen to do."""

from typing import Any

import pytest

from labmapper.core.guacamole.loader import Authorization, LoadedMapping, RejectedFileError, load_user_mapping
from labmapper.core.problems import Problem


def _load(inside: str) -> LoadedMapping:
    return load_user_mapping([f"<user-mapping>{inside}</user-mapping>".encode()])


def _load_one(inside: str, attributes: str = 'username="u" password="p"') -> Authorization:
    return _load(f"<authorize {attributes}>{inside}</authorize>").authorizations["u"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<other/>", "root"),
        ("<g:user-mapping/>", "root"),
        ("<user-mapping><Authorize/></user-mapping>", "element"),
        ("<user-mapping><connection/></user-mapping>", "element"),
        ('<user-mapping><authorize encoding="SHA256"/></user-mapping>', "encoding"),
        ('<user-mapping><authorize encoding=""/></user-mapping>', "encoding"),
        ("<user-mapping><authorize><connection/></authorize></user-mapping>", "nameless"),
        (
            '<user-mapping><authorize><connection name="x"><param name="y"><b/></param></connection></authorize></user-mapping>',
            "element",
        ),
        ("<user-mapping>&#1;</user-mapping>", "syntax"),
        ("<user-mapping>", "syntax"),
        ('<!DOCTYPE user-mapping SYSTEM "http://x/"><user-mapping/>', "doctype"),
        (" \n<?xml version='1.0'?><user-mapping/>", "syntax"),
    ],
)
def test_guacamole_refuses_the_whole_file(text: str, what: str) -> None:
    with pytest.raises(RejectedFileError) as refused:
        load_user_mapping([text.encode()])

    assert refused.value.what == what
    facts: dict[str, Any] = {"line": refused.value.line, "name": refused.value.name}
    message = Problem.error("not-as-drawn", variant=f"refused-{what}", **facts).message
    assert all(str(fact) in message for fact in facts.values())


def test_attributes_and_text_it_does_not_know_are_ignored() -> None:
    loaded = load_user_mapping(
        [b'<user-mapping xmlns="x" note="y">text<authorize Username="u" password="p">text</authorize></user-mapping>']
    )

    assert list(loaded.authorizations) == [None]


def test_the_last_of_two_users_with_one_name_wins_completely() -> None:
    loaded = _load(
        '<authorize username="u" password="1"><connection name="a"/></authorize><authorize username="u" password="2"/>'
    )

    assert loaded.authorizations["u"] == Authorization("2", "plain")
    assert loaded.lost_users == ["u"]


def test_the_last_of_two_connections_with_one_name_wins_completely() -> None:
    loaded = _load(
        '<authorize username="u"><connection name="a"><protocol>ssh</protocol><param name="port">1</param></connection>'
        '<connection name="a"><protocol>vnc</protocol></connection></authorize>'
    )

    connection = loaded.authorizations["u"].connections["a"]
    assert (connection.protocol, connection.parameters) == ("vnc", {})
    assert loaded.lost_connections == [("u", "a")]


def test_text_is_not_trimmed_and_comments_inside_it_vanish() -> None:
    connection = _load_one(
        '<connection name=" a "><protocol> ssh </protocol><param name="p"> x<!-- y -->\n<![CDATA[<&]]></param></connection>'
    ).connections[" a "]

    assert connection.protocol == " ssh "
    assert connection.parameters == {"p": " x\n<&"}


def test_what_stands_in_authorize_itself_is_a_connection_called_default() -> None:
    connections = _load_one('<protocol>ssh</protocol><connection name="a"/><param name="port">22</param>').connections

    assert connections["DEFAULT"].protocol == "ssh"
    assert connections["DEFAULT"].parameters == {"port": "22"}


def test_direct_parameters_after_an_explicit_default_are_lost() -> None:
    connections = _load_one(
        '<protocol>ssh</protocol><connection name="DEFAULT"/><param name="port">22</param>'
    ).connections

    assert connections["DEFAULT"].protocol is None
    assert connections["DEFAULT"].parameters == {}


@pytest.mark.parametrize(
    ("attributes", "password", "accepted"),
    [
        ('username="u" password="p"', "p", True),
        ('username="u" password="p"', "P", False),
        ('username="u"', "", False),
        ('username="u" password=""', "", True),
        ('username="u" encoding="md5" password="83878C91171338902E0FE0FB97A8C47A"', "p", True),
        ('username="u" encoding="md5" password=" 83878c91171338902e0fe0fb97a8c47a"', "p", False),
        ('username="u" encoding="sha256" password=""', "", False),
    ],
)
def test_a_password_logs_in_as_guacamole_compares_it(attributes: str, password: str, accepted: bool) -> None:
    assert _load_one("", attributes).accepts(password) is accepted


def test_a_file_in_pieces_loads_like_a_file_in_one() -> None:
    data = '<user-mapping><authorize username="ü" password="é😀"/></user-mapping>'.encode()

    pieces = load_user_mapping(data[i : i + 1] for i in range(len(data)))

    assert pieces.authorizations == load_user_mapping([data]).authorizations
