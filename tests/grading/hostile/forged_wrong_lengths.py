# expect: crashed
# family: forged verdicts
# attempts: heads that announce more, less, and other than what follows; lengths beyond what a number holds
# stopped by: protocol
# problem: kth-smallest
import os
import struct
import sys

n = 0


def kth_smallest(nums, k):
    global n
    r = sys._getframe()
    while type(r.f_locals.get("self")).__name__ != "Runner":
        r = r.f_back
    s = r.f_locals["self"]
    os.write(s.channel._write_fd, struct.pack("<IIQ", 0x31564E49, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF))
