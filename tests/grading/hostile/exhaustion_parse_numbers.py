# expect: crashed
# family: exhaustion
# attempts: a header of valid JSON that takes long to read: millions of digits, exponents, escapes
# stopped by: protocol
# problem: kth-smallest
# timeout: 0.5
import struct
import sys


def kth_smallest(nums, k):
    r = sys._getframe()
    while type(r.f_locals.get("self")).__name__ != "Runner":
        r = r.f_back
    s = r.f_locals["self"]
    one = b"0." + b"1" * 1300000
    h = b'{"op":"ok","id":"%s","v":{"l":[%s,%s,%s]}}' % (s.question.encode(), one, one, b"1" * 100 + b"e-" + b"9" * 1000000)
    s.channel.send(struct.pack("<IIQ", 0x31564E49, len(h), 0) + h)
    return None
