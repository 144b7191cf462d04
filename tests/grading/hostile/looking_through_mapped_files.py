# expect: fail
# family: looking for answers
# attempts: pages that are shared with the judge, or whose file is still there, by the map of its memory
# stopped by: landlock
# problem: kth-smallest
import os

found = []
for p in (
    "/proc/self/maps",
    "/proc/self/smaps",
    "/proc/self/mem",
    "/proc/thread-self/maps",
    "/proc/self/map_files",
    "/proc/self/fdinfo",
    "/proc/self/stack",
    "/proc/self/syscall",
    "/proc/self/auxv",
    "/proc/self/cmdline",
    "/proc/self/environ",
    "/proc/self/task",
    "/proc/self/" + "root" + "/tmp",
    "/proc/self/cwd",
    "/proc/net/tcp",
    "/sys/kernel",
    "/sys/class/net",
    "/dev/shm",
    "/dev/mem",
    "/dev/kmsg",
):
    for how in (lambda: open(p, "rb").read(1), lambda: os.listdir(p), lambda: os.readlink(p)):
        try:
            found.append((p, how()))
        except OSError:
            pass
bad = [f for f in found if not (isinstance(f[1], str) and f[0] == "/proc/self/cwd")]
if bad:
    raise AssertionError("BREACH: {!r}".format(bad[:3]))


def kth_smallest(nums, k):
    return None
