# expect: fail
# family: looking for answers
# attempts: to read a file of the user's by every library that opens files without asking Python
# stopped by: landlock
# problem: kth-smallest
import ctypes
import mmap
import os
import sqlite3
import tarfile
import zipfile

import numpy
import torch

libc = ctypes.CDLL(None)


def through_libc():
    libc.fopen.restype = ctypes.c_void_p
    if not libc.fopen(CANARY.encode(), b"r"):
        raise OSError


for attempt in (
    through_libc,
    lambda: torch.from_file(CANARY, size=5, dtype=torch.uint8),
    lambda: torch.load(CANARY),
    lambda: torch.jit.load(CANARY),
    lambda: numpy.fromfile(CANARY, dtype="u1"),
    lambda: numpy.memmap(CANARY, mode="r"),
    lambda: numpy.loadtxt(CANARY, dtype=str),
    lambda: sqlite3.connect(f"file:{CANARY}.db?mode=ro&immutable=1", uri=True).execute("select * from events").fetchall(),
    lambda: tarfile.open(CANARY),
    lambda: zipfile.ZipFile(CANARY),
    lambda: ctypes.CDLL(CANARY),
    lambda: mmap.mmap(os.open(CANARY, os.O_RDONLY), 0),
    lambda: os.sendfile(1, os.open(CANARY, os.O_RDONLY), 0, 5),
):
    try:
        found = attempt()
    except (OSError, RuntimeError, ValueError, sqlite3.Error, tarfile.TarError):
        continue
    raise AssertionError(f"BREACH: {found!r:.60}")


def kth_smallest(nums, k):
    return None
