"""The command that makes the index of the search: the window has it done so for large registers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done
from hankeapp.cli.progress import progress
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from hankeapp.domain.clock import Desk


def make_index(asked: Namespace, desk: Desk) -> Done:
    """Bring the index after the register, or make it anew."""
    from hankeapp.services.opening import open_register
    from hankeapp.services.processes import give_way

    give_way()
    there = replace(desk, cache=asked.cache or desk.cache)
    opening = closing(open_register(asked.register, there, reading=True))
    with opening as register, progress(tr("Making the index of the search")):
        is_ready = register.search.make_ready()
        return Done([register.search.state.label], {"ready": is_ready})
