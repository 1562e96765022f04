import pytest

from labmapper.web.accounts.usernames import find_fault


@pytest.mark.parametrize("username", ["Alice", "ann-marie", "José", "student 1", "a" * 64, "猫"])
def test_a_name_that_can_be_read_will_do(username: str) -> None:
    assert find_fault(username) is None


@pytest.mark.parametrize("username", ["", " Alice", "Alice ", "a" * 65, "\ufdfa" * 20, "A\x00", "A\u202e", "A\n"])
def test_any_other_will_not(username: str) -> None:
    assert find_fault(username)
