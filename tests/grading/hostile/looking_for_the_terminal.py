# expect: fail
# family: looking for answers
# attempts: the terminal of the user by every name that it has
# stopped by: session, landlock
# problem: kth-smallest
import fcntl
import os

found = []
for p in [
    "/dev/tty",
    "/dev/console",
    "/dev/tty0",
    "/dev/tty1",
    "/dev/ptmx",
    "/dev/pts/ptmx",
    *[f"/dev/pts/{n}" for n in range(20)],
]:
    for flag in (os.O_RDONLY, os.O_WRONLY, os.O_RDWR):
        try:
            found.append((p, os.open(p, flag | os.O_NOCTTY)))
        except OSError:
            pass
for fd in range(3):
    if os.isatty(fd):
        found.append(fd)
    for c in (0x5412, 0x540E, 0x5410, 0x5401):
        try:
            fcntl.ioctl(fd, c, b"x" * 64)
            found.append((fd, c))
        except OSError:
            pass
if found:
    raise AssertionError("BREACH: {!r}".format(found[:4]))


def kth_smallest(nums, k):
    return None
