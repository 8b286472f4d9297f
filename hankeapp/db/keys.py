"""Keys made in the program: UUIDv7, so that two copies of a register never give the same key to two things."""


def new_key() -> str:
    """32 hexadecimal digits that sort by the time they were made."""
    from uuid6 import uuid7  # late: who only reads a register needs no keys

    return uuid7().hex
