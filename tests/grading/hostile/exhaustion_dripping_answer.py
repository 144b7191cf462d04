# expect: crashed
# family: exhaustion
# attempts: one byte of a valid head at a time, with just enough computing in between to look awake
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import os
import struct
import sys
import time


def kth_smallest(nums, k):
    r = sys._getframe()
    while type(r.f_locals.get("self")).__name__ != "Runner":
        r = r.f_back
    fd = r.f_locals["self"].channel._write_fd
    for b in struct.pack("<IIQ", 0x31564E49, 4 << 20, 64 << 20) + b" " * 10**6:
        os.write(fd, bytes([b]))
        sum(range(200000))
        time.sleep(0.05)
