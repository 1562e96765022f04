import pytest
from flask import Flask

from labmapper.web.accounts.client_address import find_address


@pytest.mark.parametrize(
    ("remote", "counted"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("", "unknown"),
        ("a socket", "unknown"),
    ],
)
def test_a_household_counts_as_one_address(remote: str, counted: str) -> None:
    with Flask("test").test_request_context(environ_base={"REMOTE_ADDR": remote}):
        assert find_address() == counted
