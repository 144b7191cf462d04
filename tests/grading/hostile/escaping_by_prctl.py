# expect: fail
# family: escaping
# attempts: every option of prctl that changes what a process may do or how it is seen
# stopped by: seccomp, capabilities
# problem: kth-smallest
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
b = ctypes.create_string_buffer(256)
done = {}
for option, args in {
    1: (0,),
    4: (1,),
    8: (1,),
    28: (0,),
    35: (1, 0),
    22: (1, 0),
    24: (21,),
    47: (2, 0),
    62: (1, 0, 0),
    0x59616D61: (ctypes.c_ulong(-1),),
}.items():
    r = libc.prctl(
        option, *[a if not isinstance(a, int) else ctypes.c_ulong(a) for a in args], *[ctypes.c_ulong(0)] * (4 - len(args))
    )
    if r == 0 and option in (1, 4, 24, 35, 28, 47):
        done[option] = r
if libc.prctl(3, 0, 0, 0, 0) != 0:
    done["dumpable"] = 1
sig = ctypes.c_int()
libc.prctl(2, ctypes.byref(sig))
if sig.value != 9:
    done["pdeathsig"] = sig.value
if done:
    raise AssertionError("BREACH: {!r}".format(done))


def kth_smallest(nums, k):
    return None
