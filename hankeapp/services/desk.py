"""The desk of the person who started the program: their login name, the computer's clock and their cache folder."""

import getpass
from pathlib import Path

import platformdirs

from hankeapp.domain.clock import Clock, Desk
from hankeapp.translation import tr


def own_desk() -> Desk:
    """Who is logged in, by the computer's clock."""
    return Desk(_login_name(), Clock(), Path(platformdirs.user_cache_dir("hankeapp", appauthor=False)))


def _login_name() -> str:
    try:
        # The environment may hold bytes that are no text; in a register nobody could store them.
        return getpass.getuser().encode(errors="replace").decode()
    except (OSError, KeyError, ImportError):
        # No name in the environment, and no entry of the user or no such list (Windows) at all.
        return tr("unknown")
