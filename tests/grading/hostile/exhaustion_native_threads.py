# expect: crashed
# family: exhaustion
# attempts: threads that Python knows nothing of, on the smallest stacks, started by threads
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import ctypes

libc = ctypes.CDLL(None)
attr = ctypes.create_string_buffer(128)
libc.pthread_attr_init(attr)
libc.pthread_attr_setstacksize(attr, ctypes.c_size_t(16384))
code = bytes.fromhex("ebfe")
import mmap

page = mmap.mmap(-1, 4096, prot=7)
page.write(code)
at = ctypes.addressof(ctypes.c_char.from_buffer(page))
t = ctypes.c_ulong()
for _ in range(20000):
    libc.pthread_create(ctypes.byref(t), attr, ctypes.c_void_p(at), None)


def kth_smallest(nums, k):
    return None
