# expect: fail
# family: escaping
# attempts: to type into the user's terminal, to make one of its own, to take one over
# stopped by: session, seccomp
# problem: kth-smallest
import fcntl
import os
import termios

for path in ("/dev/tty", "/dev/console", "/dev/ptmx", "/dev/pts/0", "/dev/tty0", "/dev/vcs"):
    for flags in (os.O_RDWR, os.O_WRONLY, os.O_RDONLY):
        try:
            os.open(path, flags | os.O_NONBLOCK)
        except OSError:
            continue
        raise AssertionError("BREACH: " + path)
for descriptor in range(8):
    for command, argument in ((termios.TIOCSTI, b"x"), (0x541C, b"\3"), (termios.TIOCSCTTY, 1), (termios.TIOCSPGRP, b"\1\0\0\0")):
        try:
            fcntl.ioctl(descriptor, command, argument)
        except OSError:
            continue
        raise AssertionError("BREACH: an ioctl on a terminal")
for attempt in (os.setsid, lambda: os.setpgid(0, os.getpgid(os.getppid())), os.openpty, os.ctermid and (lambda: os.tcgetpgrp(0))):
    try:
        attempt()
    except OSError:
        continue
    raise AssertionError("BREACH: another session, group or terminal")


def kth_smallest(nums, k):
    return None
