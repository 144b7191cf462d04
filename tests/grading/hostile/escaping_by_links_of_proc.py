# expect: fail
# family: escaping
# attempts: the root, the working folder, descriptors and maps of itself and of the judge, through the links of /proc
# stopped by: landlock
# problem: kth-smallest
import os

found = []
for who in ("self", "thread-self", str(os.getppid()), "1"):
    for what in (
        "root",
        "cwd",
        "exe",
        "root/etc/passwd",
        "cwd/etc/passwd",
        "task/1/root",
        "mem",
        "attr/current",
        "loginuid",
        "timerslack_ns",
        "clear_refs",
        "oom_adj",
        "setgroups",
        "sessionid",
    ):
        for how in (
            lambda p: os.open(p, os.O_RDONLY),
            lambda p: os.open(p, os.O_WRONLY),
            lambda p: os.listdir(p),
            lambda p: os.open(p, os.O_RDWR),
        ):
            try:
                found.append((who, what, how(f"/proc/{who}/{what}")))
            except OSError:
                pass
for who in (str(os.getppid()), "1"):
    for what in ("ns/mnt", "ns/user", "fd/0", "fd/1"):
        for how in (os.O_RDONLY, os.O_WRONLY, os.O_PATH):
            try:
                found.append((who, what, os.stat(os.open(f"/proc/{who}/{what}", how))))
            except OSError:
                pass
if found:
    raise AssertionError("BREACH: {!r}".format(found[:5]))


def kth_smallest(nums, k):
    return None
