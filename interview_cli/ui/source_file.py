"""Opens what is given as a solution: regular files and pipes, no more of them and no longer than a solution takes."""

from __future__ import annotations

import codecs
import errno
import os
import select
import stat
import time
from pathlib import Path

SILENT_SECONDS = 60.0
LONGEST_SECONDS = 600.0


def first_bytes(path: Path, most: int, patience: float = SILENT_SECONDS, longest: float = LONGEST_SECONDS) -> bytes:
    """What stands in a file, or comes through a pipe. Raises: OSError, also for a terminal and other devices."""
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)  # to open waits for nobody
    try:
        mode = os.fstat(file).st_mode
        if stat.S_ISFIFO(mode):
            return _from_pipe(file, most, patience, longest)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise OSError(0, "it's a device, not a file")
        with os.fdopen(file, "rb", closefd=False) as opened:
            return opened.read(most)
    finally:
        os.close(file)


def text_of(raw: bytes) -> str:
    """UTF-8, with or without its mark; UTF-16 with one, as Windows writes it. Raises: UnicodeDecodeError."""
    is_utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16" if is_utf16 else "utf-8-sig")


def _from_pipe(pipe: int, most: int, patience: float, longest: float) -> bytes:
    """What somebody writes into it. Raises: TimeoutError where nobody does, or it never ends."""
    raw, chunk, end = bytearray(), b" ", time.monotonic() + longest
    while chunk and len(raw) < most:
        if not select.select([pipe], [], [], patience)[0]:
            raise TimeoutError(0, f"this pipe sent nothing for {patience:g} s")
        if time.monotonic() > end:
            raise TimeoutError(0, f"this pipe was still open after {longest:g} s")
        chunk = os.read(pipe, most - len(raw))
        raw += chunk
    return bytes(raw)
