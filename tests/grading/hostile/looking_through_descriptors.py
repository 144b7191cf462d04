# expect: fail
# family: looking for answers
# attempts: to find an open file, socket or folder that it inherited, and to reopen its pipes at the other end
# stopped by: process
# problem: kth-smallest
import os
import stat

for descriptor in range(1024):
    try:
        kind = os.fstat(descriptor).st_mode
    except OSError:
        continue
    if not (stat.S_ISFIFO(kind) or (descriptor == 0 and stat.S_ISCHR(kind))):
        raise AssertionError(f"BREACH: descriptor {descriptor} is {stat.filemode(kind)}")
    for path, flags in ((f"/proc/self/fd/{descriptor}", os.O_WRONLY), (f"/proc/{os.getppid()}/fd/{descriptor}", os.O_RDONLY)):
        try:
            os.open(path, flags | os.O_NONBLOCK)
        except OSError:
            continue
        raise AssertionError("BREACH: " + path)


def kth_smallest(nums, k):
    return None
