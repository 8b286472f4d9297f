"""The window: shows and asks."""

import builtins

_own_import = builtins.__import__

import PySide6.QtWidgets  # noqa: E402, F401

# PySide6 puts an import function of its own in place, for `from __feature__ import …`, which nothing here uses.
# It reads the source of every module that is imported later: 3 MB and a tenth of our modules' loading time.
builtins.__import__ = _own_import
