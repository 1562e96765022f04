import pytest

from labmapper.web.accounts.credential_rules import find_fault, find_weakness


@pytest.mark.parametrize(
    "password", ["quiet violet lantern", "kJ8#mQ2$vL+w", "短い猫が窓の外を見ている", "x" * 3 + "yzw" * 5]
)
def test_a_password_that_nobody_guesses_will_do(password: str) -> None:
    assert find_weakness(password, "alice") is None


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("elevenchars", "Use at least 12 characters."),
        ("x" * 1001, "Use at most 1000 characters."),
        ("I am Alice!!", "does not contain your user name"),
        ("password1234", "among the first"),
        ("Password2026!", "among the first"),
        ("pass-word-1234", "among the first"),
        ("qwertyuiopas", "among the first"),
        ("lkjhgfdsapoi", "among the first"),
        ("123456789012", "among the first"),
        ("abcdefghijkl", "among the first"),
        ("aaaaaaaaaaaa", "among the first"),
        ("abababababab", "among the first"),
        ("123guacamole456", "among the first"),
        ("qwertyqwerty", "among the first"),
        ("green7green7green7", "among the first"),
        ("Manchester2026!", "among the first"),
        ("finalfantasy", "among the first"),
        ("Qwertyuiop[]12", "among the first"),
        ("123456654321", "among the first"),
        ("1q2w3e4r5t6y", "among the first"),
        ("\uff30\uff21\uff33\uff33word1234", "among the first"),
    ],
)
def test_a_password_that_is_guessed_first_says_why(password: str, reason: str) -> None:
    weakness = find_weakness(password, "alice")

    assert weakness is not None
    assert reason in weakness


@pytest.mark.parametrize("username", ["Alice", "ann-marie", "José", "student 1", "a" * 64, "猫"])
def test_a_name_that_can_be_read_will_do(username: str) -> None:
    assert find_fault(username) is None


@pytest.mark.parametrize("username", ["", " Alice", "Alice ", "a" * 65, "\ufdfa" * 20, "A\x00", "A\u202e", "A\n"])
def test_any_other_will_not(username: str) -> None:
    assert find_fault(username)
