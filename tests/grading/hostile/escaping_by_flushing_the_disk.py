# expect: fail
# family: escaping
# attempts: to make the disk write everything out, again and again, by files that it may only read
# stopped by: seccomp
import ctypes
import mmap
import os

libc = ctypes.CDLL(None, use_errno=True)
file = os.open("/etc/ld.so.cache", os.O_RDONLY)
size = mmap.PAGESIZE
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long)
mapped = libc.mmap(None, size, mmap.PROT_READ, mmap.MAP_SHARED, file, 0)
done = {
    "fsync": libc.fsync(file),
    "fdatasync": libc.fdatasync(file),
    "sync_file_range": libc.sync_file_range(file, ctypes.c_long(0), ctypes.c_long(size), 7),
    "msync": libc.msync(ctypes.c_void_p(mapped), ctypes.c_size_t(size), 4),
}
for name, result in done.items():
    if result == 0:
        raise AssertionError(f"BREACH: {name}")


def attention(q, k, v, mask=None):
    return q
