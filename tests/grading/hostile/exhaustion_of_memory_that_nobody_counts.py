# expect: fail
# family: exhaustion
# attempts: memory of the kernel, of the system's pool and of the page cache: calls that a solution never needs
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import fcntl
import mmap
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
intel = platform.machine() == "x86_64"
done = []


def call(name, on_intel, on_arm, *args):
    if libc.syscall(ctypes.c_long(on_intel if intel else on_arm), *[ctypes.c_long(arg) for arg in args]) >= 0:
        done.append(name)


library = os.open(os.__file__, os.O_RDONLY)
(r, w), (r2, w2) = os.pipe(), os.pipe()
os.write(w, b"some bytes")
page = mmap.mmap(-1, 1 << 16)
address = ctypes.addressof(ctypes.c_char.from_buffer(page))
vector = (ctypes.c_ulong * 2)(address, 4096)
attributes = ctypes.create_string_buffer((8).to_bytes(8, "little") + bytes(16))

call("futex hash", 157, 167, 78, 1, 1024, 0, 0)
call("filter", 317, 277, 0, 0, 0)
call("ruleset", 444, 444, ctypes.addressof(attributes), 8, 0)
call("vmsplice", 278, 75, w2, ctypes.addressof(vector), 1, 0)
call("tee", 276, 77, r, w2, 4, 0)
call("splice", 275, 76, r, 0, w2, 0, 4, 0)
call("fadvise", 221, 223, library, 0, 0, 4)
call("readahead", 187, 213, library, 0, 4096)
call("poison", 28, 233, address, 4096, 100)
call("merge", 28, 233, address, 4096, 12)
call("page out", 28, 233, address, 4096, 21)
call("huge pages", 9, 222, 0, 1 << 21, 3, 0x40022, -1, 0)
call("keys", 330, 289, 0, 0)
call("lock in memory", 149, 228, address, 4096)
call("attributes", 192, 9, ctypes.addressof(ctypes.create_string_buffer(b"/")), ctypes.addressof(attributes), 0, 0)
for how in (
    lambda: fcntl.lockf(library, fcntl.LOCK_SH, 1, 0),
    lambda: fcntl.flock(library, fcntl.LOCK_SH),
    lambda: fcntl.fcntl(w, 1031, 1 << 20),
):
    try:
        how()
        done.append("lock or pipe")
    except OSError:
        pass
if done:
    raise AssertionError("BREACH: %r" % done)


def kth_smallest(nums, k):
    return None
