import base64
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.persistence.sealing.encryption import Cipher, EncryptionError, make_key, parse_keys

OLD, NEW = make_key(), make_key()


def build_cipher(*keys: str) -> Cipher:
    return Cipher(parse_keys(" ".join(keys)))


@given(data=st.binary(max_size=3000), purpose=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_what_is_sealed_opens_again(data: bytes, purpose: str) -> None:
    cipher = build_cipher(NEW)

    assert cipher.open(cipher.seal(data, purpose), purpose) == data


def test_the_same_data_never_looks_the_same() -> None:
    cipher = build_cipher(NEW)

    assert cipher.seal(b"x", "p") != cipher.seal(b"x", "p")


def test_data_is_compressed_first() -> None:
    assert len(build_cipher(NEW).seal(b"<param>" * 10_000, "p")) < 1000


def test_nothing_of_the_data_is_in_the_blob() -> None:
    secret = os.urandom(64)

    assert secret[:16] not in build_cipher(NEW).seal(secret, "p")


def test_a_blob_that_was_moved_elsewhere_does_not_open() -> None:
    cipher = build_cipher(NEW)

    with pytest.raises(EncryptionError, match="changed or moved"):
        cipher.open(cipher.seal(b"x", "seed:a"), "seed:b")


@pytest.mark.parametrize("place", [9, 21, -1], ids=["nonce", "data", "tag"])
def test_a_changed_byte_is_noticed(place: int) -> None:
    cipher = build_cipher(NEW)
    blob = bytearray(cipher.seal(b"hello", "p"))
    blob[place] ^= 1

    with pytest.raises(EncryptionError, match="changed or moved"):
        cipher.open(bytes(blob), "p")


def test_a_blob_of_a_newer_form_says_so() -> None:
    with pytest.raises(EncryptionError, match="newer Labmapper"):
        build_cipher(NEW).open(b"\x02" + bytes(60), "p")


def test_an_old_key_still_opens_and_the_first_one_seals() -> None:
    old = build_cipher(OLD).seal(b"x", "p")
    both = build_cipher(NEW, OLD)

    assert both.open(old, "p") == b"x"
    assert not both.is_current(old)
    assert both.is_current(both.seal(b"x", "p"))


def test_a_missing_key_is_named() -> None:
    sealed = build_cipher(OLD).seal(b"x", "p")

    with pytest.raises(EncryptionError) as caught:
        build_cipher(NEW).open(sealed, "p")

    assert build_cipher(OLD).keys[0].name in str(caught.value)
    assert OLD not in str(caught.value)


@pytest.mark.parametrize("text", ["", "abc", "x" * 44, base64.b64encode(bytes(31)).decode(), "ключ"])
def test_a_malformed_key_is_refused(text: str) -> None:
    with pytest.raises(EncryptionError, match="Encryption key 1 is not 32 random bytes"):
        parse_keys(text)


def test_a_key_given_twice_is_refused() -> None:
    with pytest.raises(EncryptionError, match="given twice"):
        parse_keys(f"{OLD},{OLD}")


def test_a_key_is_not_shown_by_accident() -> None:
    assert "secret" not in repr(parse_keys(OLD)[0])
