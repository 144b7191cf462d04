# expect: fail
# family: escaping
# attempts: files by handle, by descriptor of a path, by an empty name, and by a link to what is open
# stopped by: landlock, capabilities
# problem: kth-smallest
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
found = []
h = ctypes.create_string_buffer((128).to_bytes(4, "little") + bytes(132), 136)
m = ctypes.c_int()
r = libc.name_to_handle_at(-100, CANARY.encode(), h, ctypes.byref(m), 0)
fd = libc.open_by_handle_at(-100, h, 0)
if fd >= 0:
    found.append("handle")
try:
    p = os.open(CANARY, os.O_PATH)
    for how in (
        lambda: os.open(f"/proc/self/fd/{p}", os.O_RDONLY),
        lambda: os.open(f"/proc/self/fd/{p}", os.O_RDWR),
        lambda: os.read(p, 1),
        lambda: os.fchmod(p, 0o777),
        lambda: os.chmod(f"/proc/self/fd/{p}", 0o777),
        lambda: os.link(f"/proc/self/fd/{p}", "/tmp/left-behind", follow_symlinks=True),
        lambda: os.execve(p, ["x"], {}),
    ):
        try:
            how()
            found.append("path")
        except OSError:
            pass
except OSError:
    pass
for n in (452, 53 if os.uname().machine == "aarch64" else 268):
    if libc.syscall(n, -100, CANARY.encode(), 0o777, 0) >= 0:
        found.append(n)
if found:
    raise AssertionError("BREACH: {!r}".format(found))


def kth_smallest(nums, k):
    return None
