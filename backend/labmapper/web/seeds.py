"""The secret seeds that random passwords are made from, one a diagram."""

import secrets

SEED_BYTES = 32


def make_seed() -> bytes:
    """Return a new secret seed."""
    return secrets.token_bytes(SEED_BYTES)
