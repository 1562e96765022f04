"""Passwords stay the same until somebody rotates them."""

import hashlib
from collections import Counter

from labmapper.core.lab.passwords import ALPHABET, LENGTH, derive_password, hash_password

SEED = bytes(range(32))


def test_the_same_seed_and_name_give_the_same_password_for_ever() -> None:
    assert derive_password(SEED, "student01") == derive_password(SEED, "student01") == "yHRAGq9yUXUw"


def test_names_seeds_and_rotations_give_other_passwords() -> None:
    rotated = {derive_password(SEED, "student01", (group, own)) for group in range(3) for own in range(3)}
    others = {derive_password(SEED, "student02"), derive_password(bytes(32), "student01")}

    assert len(rotated | others) == 11


def test_passwords_have_no_letters_that_look_alike() -> None:
    letters = Counter("".join(derive_password(SEED, f"student{number}") for number in range(2000)))

    assert set(letters) == set(ALPHABET)
    assert not set("0Oo1Il5Ss2Zz8Buv") & set(ALPHABET)


def test_every_letter_is_about_as_frequent_as_any_other() -> None:
    letters = Counter("".join(derive_password(SEED, f"student{number}") for number in range(4000)))
    expected = 4000 * LENGTH / len(ALPHABET)

    assert all(0.85 * expected < count < 1.15 * expected for count in letters.values())


def test_hashes_are_hex_digests_of_the_utf8_bytes() -> None:
    assert hash_password("pä😀", "sha256") == hashlib.sha256("pä😀".encode()).hexdigest()
    assert hash_password("pä😀", "md5") == hashlib.md5("pä😀".encode()).hexdigest()
    assert hash_password("pä😀", "plain") == "pä😀"
