"""Signs and encrypts a document as guacamole-auth-json wants it."""

import base64
import hmac
import re

_KEY = re.compile(r"[0-9A-Fa-f]{32}")
_BLOCK = 16


def parse_key(text: str) -> bytes | None:
    """Return the key that *text* holds in hexadecimal digits, or None where it holds none."""
    return bytes.fromhex(text.strip()) if _KEY.fullmatch(text.strip()) else None


def encrypt(document: bytes, key: bytes) -> str:
    """Return *document* behind its HMAC-SHA-256, encrypted by AES-128 in CBC mode, as base64 on one line.

    The initial vector is zero and not part of the result; the signature in front is what differs from one to another.
    """
    # Imported here because it takes longer to import than a config.yaml takes to convert.
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415

    signed = hmac.digest(key, document, "sha256") + document
    missing = _BLOCK - len(signed) % _BLOCK
    encryptor = Cipher(algorithms.AES(key), modes.CBC(bytes(_BLOCK))).encryptor()
    return base64.b64encode(encryptor.update(signed + bytes([missing]) * missing) + encryptor.finalize()).decode()
