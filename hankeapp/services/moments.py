"""Reading at one moment of the register, though other programs write into it meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.services.beside import Beside
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register

Result = TypeVar("Result")


def at_one_moment(register: Register | Past | Beside, read: Callable[[], Result]) -> tuple[int, Result]:
    """What was read, and the number of the last act that it knows: no act came in between."""
    acts, result = register.acts(), read()
    while (now := register.acts()) != acts:
        acts, result = now, read()
    return acts, result
