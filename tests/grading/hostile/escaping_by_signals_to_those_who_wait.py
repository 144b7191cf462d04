# expect: fail
# family: escaping
# attempts: to kill the processes that wait for the files after this one, and to write into their memory
# stopped by: seccomp, landlock
# problem: kth-smallest
import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
reached = []
for pid in range(max(2, os.getpid() - 40), os.getpid() + 41):
    if pid == os.getpid():
        continue
    for target in (pid, -pid):
        try:
            os.kill(target, signal.SIGKILL)
            reached.append(target)
        except OSError:
            pass
    try:
        reached.append(open(f"/proc/{pid}/mem", "r+b"))
    except OSError:
        pass
    if libc.process_vm_readv(pid, None, 0, None, 0, 0) >= 0:
        reached.append(f"memory of {pid}")
if reached:
    raise AssertionError(f"BREACH: {reached}")


def kth_smallest(nums, k):
    return None
