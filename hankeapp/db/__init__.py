"""The register's file: the only room that knows SQL. Takes and gives frozen domain objects."""

import sys
from importlib import import_module
from inspect import iscoroutine
from types import ModuleType


class _Late(ModuleType):
    """Stands for a module until something of it is asked for; only then that is imported."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def _import_sqlalchemy() -> None:
    """Import SQLAlchemy without what it never uses here: `asyncio`, `importlib.metadata`, OpenSSL; 8 MB together."""
    asyncio = _Late("asyncio")
    # What SQLAlchemy asks when it is imported, and of each error: nothing here is a coroutine, or cancelled as one.
    vars(asyncio).update(iscoroutine=iscoroutine, TimeoutError=TimeoutError, CancelledError=())
    unused = (asyncio, _Late("importlib.metadata"), _Late("hashlib"))
    late = {each.__name__: each for each in unused if each.__name__ not in sys.modules}
    sys.modules.update(late)
    import_module("sqlalchemy.dialects.sqlite")
    for name, module in late.items():
        if sys.modules.get(name) is module:
            del sys.modules[name]


_import_sqlalchemy()
