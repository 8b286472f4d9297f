"""What is loaded with SQL, in a process of its own."""

import subprocess
import sys

QUIETLY = """
import sys
import hankeapp.db.opening
print([name for name in ("asyncio", "ssl", "importlib.metadata", "email", "hashlib") if name in sys.modules])
from sqlalchemy.util import concurrency
print(concurrency.is_exit_exception(ValueError()), concurrency.is_exit_exception(KeyboardInterrupt()))
print("asyncio" in sys.modules)
import asyncio
import importlib.metadata
print(concurrency.asyncio.Queue is asyncio.Queue, importlib.metadata.version("sqlalchemy")[:2])
"""


def test_what_sqlalchemy_does_not_need_is_loaded_when_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", QUIETLY], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "False True", "False", "True 2."]
