# expect: fail
# family: exhaustion
# attempts: a hundred thousand timers that all ring at once, for ever
# stopped by: limits
# problem: kth-smallest
# timeout: 0.5
import ctypes
import os
import signal

create, start = (107, 110) if os.uname().machine == "aarch64" else (222, 223)
libc = ctypes.CDLL(None, use_errno=True)
signal.signal(signal.SIGRTMIN, lambda *a: None)
ev = (ctypes.c_int * 16)()
ev[2] = signal.SIGRTMIN
ev[3] = 0
spec = (ctypes.c_long * 4)(0, 1000, 0, 1000)
n = 0
while n < 100000:
    t = ctypes.c_void_p()
    if libc.syscall(create, 0, ev, ctypes.byref(t)):
        break
    libc.syscall(start, ctypes.c_int(t.value or 0), 0, spec, None)
    n += 1
if n > 1000:
    raise AssertionError("BREACH: %d" % n)


def kth_smallest(nums, k):
    return None
