# expect: crashed
# family: escaping
# attempts: machine code that calls the kernel by its 32-bit table, whose numbers mean something else to a filter
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import mmap
import os

memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
if os.uname().machine == "x86_64":
    memory.write(bytes.fromhex("b814000000cd80c3"))  # mov eax, 20 (getpid); int 0x80; ret
    entry = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))
    if entry() > 0:
        raise AssertionError("BREACH: the other table of calls is open")
os.kill(os.getpid(), 31)


def kth_smallest(nums, k):
    return None
