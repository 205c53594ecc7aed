"""Where results go: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

__all__ = ["is_stream", "writing_to"]


def is_stream(path: Path) -> bool:
    """Tell whether *path* is a device or a pipe: written as it is, a file must not replace it."""
    return path.exists() and not path.is_file()


@contextmanager
def writing_to(path: Path | None) -> Iterator[TextIO]:
    """Open *path*, or standard output, for text in UTF-8 with newlines as written.

    A file appears under its name only when everything has been written to it: until then it has a
    name of its own beside it, and an exception or a kill leaves what stood there before. A link
    goes on to lead to its file; a device or a pipe is written to directly.

    Raises:
        OSError: if the file cannot be written.
    """
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    if is_stream(path):
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a handle
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        os.replace(name, path)  # noqa: PTH105 - the atomic one, by name
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _umask() -> int:
    """Return the process's mask, which mkstemp does not heed; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
