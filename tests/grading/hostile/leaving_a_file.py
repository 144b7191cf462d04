# expect: fail
# family: leaving things behind
# attempts: to change, remove and make files of the user's
# stopped by: seccomp
# problem: kth-smallest
import os

for attempt in (
    lambda: open(CANARY, "w"),
    lambda: open(CANARY + ".db", "r+b").write(b"\0" * 4096),
    lambda: os.unlink(CANARY),
    lambda: os.truncate(CANARY, 0),
    lambda: os.rename(CANARY, CANARY + ".old"),
    lambda: os.chmod(CANARY, 0o777),
    lambda: os.utime(CANARY, (0, 0)),
    lambda: os.symlink("/etc/passwd", CANARY + ".link"),
    lambda: open("/tmp/left-behind", "w"),
    lambda: open("/dev/shm/left-behind", "w"),
):
    try:
        attempt()
    except OSError:
        continue


def kth_smallest(nums, k):
    return None
