# expect: fail
# family: leaving things behind
# attempts: to change a folder of the user's by every call and library that can, but by open
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import dbm
import logging
import os
import pathlib
import py_compile
import shutil
import sqlite3
import tempfile

import numpy
import torch

libc = ctypes.CDLL(None, use_errno=True)
folder = os.path.dirname(CANARY)
failed = (OSError, RuntimeError, ValueError, sqlite3.Error, dbm.error[0], py_compile.PyCompileError, AttributeError)
for attempt in (
    lambda: os.mkdir(CANARY + ".d"), lambda: os.mkfifo(CANARY + ".p"), lambda: os.mknod(CANARY + ".n"), lambda: os.rmdir(folder),
    lambda: os.link(CANARY, CANARY + ".l"), lambda: os.replace(CANARY, CANARY + ".r"), lambda: os.chown(CANARY, 1, 1),
    lambda: os.setxattr(CANARY, "user.x", b"y"), lambda: os.removexattr(CANARY, "user.x"), lambda: os.open(folder, os.O_TMPFILE | 2),
    lambda: os.truncate(CANARY, 1 << 30), lambda: shutil.rmtree(folder), lambda: shutil.copy(os.__file__, folder), lambda: os.sync(),
    lambda: pathlib.Path(CANARY).touch(), lambda: pathlib.Path(CANARY).write_text("dead"), lambda: tempfile.mkstemp(dir=folder),
    lambda: tempfile.TemporaryFile(), lambda: logging.FileHandler(CANARY).emit(None), lambda: torch.save({}, CANARY),
    lambda: numpy.save(CANARY, numpy.ones(1)), lambda: numpy.memmap(CANARY, mode="r+"), lambda: dbm.open(CANARY, "n"),
    lambda: torch.from_file(CANARY, shared=True, size=5, dtype=torch.uint8).fill_(0),
    lambda: sqlite3.connect(CANARY + ".db").execute("delete from events").connection.commit(),
    lambda: py_compile.compile(os.__file__, cfile=CANARY + ".pyc", doraise=True), lambda: os.utime(folder, (0, 0)),
    lambda: os.symlink(CANARY, "/tmp/left-behind"), lambda: os.lchown(CANARY, 1, 1), lambda: os.chmod(folder, 0o777),
):  # fmt: skip
    try:
        attempt()
    except failed:
        continue
for name, arguments in (("creat", (CANARY.encode(), 0o777)), ("unlink", (CANARY.encode(),)), ("remove", (CANARY.encode(),))):
    getattr(libc, name)(*arguments)


def kth_smallest(nums, k):
    return None
