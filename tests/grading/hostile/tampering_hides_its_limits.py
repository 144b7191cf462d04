# expect: fail
# family: tampering
# attempts: to lift or loosen what confines it: filters, rulesets, dumpability, limits on files and cores
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
for name in ("RLIMIT_CORE", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_MEMLOCK", "RLIMIT_MSGQUEUE"):
    number = getattr(resource, name)
    before = resource.getrlimit(number)
    try:
        resource.setrlimit(number, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError):
        pass
    if resource.getrlimit(number) != before or before[1] == resource.RLIM_INFINITY:
        raise AssertionError("BREACH: " + name)
if libc.prctl(22, 0, 0, 0, 0) == 0 or libc.prctl(22, 1, 0, 0, 0) == 0 or libc.prctl(3, 0, 0, 0, 0) == 1:
    raise AssertionError("BREACH: the filter is gone, or its memory open")
empty = (ctypes.c_uint64 * 3)(0x1FFF, 0, 0)
ruleset = libc.syscall(ctypes.c_long(444), empty, ctypes.c_size_t(8), ctypes.c_uint(0))
home = os.open("/", os.O_PATH)
rule = (ctypes.c_uint32 * 3)(0x1FFF, 0, home)
if ruleset >= 0:
    libc.syscall(ctypes.c_long(445), ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint(0))
    libc.syscall(ctypes.c_long(446), ctypes.c_int(ruleset), ctypes.c_uint(0))
try:
    open(CANARY).close()
except OSError:
    pass
else:
    raise AssertionError("BREACH: a second ruleset widens the first")


def kth_smallest(nums, k):
    return None
