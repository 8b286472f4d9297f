"""Digests. `hashlib` brings OpenSSL along, 4 MB: it is loaded with the first SHA-256, not before a list is shown."""

# What `hashlib` too takes BLAKE2 from; OpenSSL has no part in it.
from _blake2 import blake2b

__all__ = ["blake2b", "sha256_of"]


def sha256_of(data: bytes) -> str:
    """The SHA-256 of contents, in hexadecimal digits."""
    from hashlib import sha256

    return sha256(data).hexdigest()
