"""Python's collector of cycles, asleep while a few articles are read.

It comes by whenever so much was made, and walks through all that lives. What reading makes is let
go as its last reference goes, cycles cut by hand, so that its visits find nothing; they took a
twentieth of all time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["asleep"]


@contextmanager
def asleep() -> Iterator[None]:
    """Let the collector sleep for a while; one that the user has put to sleep is left alone."""
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()
