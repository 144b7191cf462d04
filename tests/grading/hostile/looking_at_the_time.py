# expect: fail
# family: looking for answers
# attempts: the answer from how long the kernel takes: other processes' times, statistics, wait channels
# stopped by: landlock
# problem: kth-smallest
import os

ppid = os.getppid()
found = []
for p in (
    "stat",
    "status",
    "statm",
    "wchan",
    "syscall",
    "schedstat",
    "sched",
    "io",
    "stack",
    "comm",
    "cmdline",
    "environ",
    "maps",
    "limits",
    "cgroup",
    "mountinfo",
):
    try:
        found.append((p, open(f"/proc/{ppid}/{p}").read(20)))
    except OSError:
        pass
if found:
    raise AssertionError("BREACH: {!r}".format(found[:2]))


def kth_smallest(nums, k):
    return None
