"""Encryption at rest: the cipher, the secrets of the installation, and the change of keys."""
