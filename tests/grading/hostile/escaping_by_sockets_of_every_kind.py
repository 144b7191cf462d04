# expect: fail
# family: escaping
# attempts: every family of sockets, abstract names, pairs, event loops, and a question to a name server
# stopped by: seccomp
# problem: kth-smallest
import asyncio
import ctypes
import os
import socket

for family in (1, 2, 10, 16, 17, 30, 31, 38, 40, 44):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind)
        except OSError as error:
            if error.errno == 1:
                continue
            raise AssertionError(f"BREACH: family {family} fails for another reason: {error}") from None
        raise AssertionError(f"BREACH: family {family}")
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"
address = ctypes.create_string_buffer(b"\1\0\0/tmp/.X11-unix/X0")
for x86, aarch64 in ((42, 203), (49, 200), (50, 201), (43, 202), (288, 242)):
    for descriptor in range(8):
        if libc.syscall(ctypes.c_long(aarch64 if arm else x86), descriptor, ctypes.addressof(address), 20, 0) >= 0:
            raise AssertionError("BREACH: connect, bind, listen or accept")
for attempt in (socket.socketpair, lambda: socket.create_connection(("localhost", 1)), lambda: asyncio.run(asyncio.sleep(0))):
    try:
        attempt()
    except OSError:
        continue
    raise AssertionError("BREACH: a pair, a connection or a loop")
try:
    socket.getaddrinfo("example.org", 80)
except OSError:
    pass
else:
    raise AssertionError("BREACH: a name was resolved")


def kth_smallest(nums, k):
    return None
