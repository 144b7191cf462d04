# expect: crashed
# family: forged verdicts
# attempts: a header with every field twice, of which one reader takes the first and another the last
# stopped by: protocol
# problem: kth-smallest
import struct
import sys


def kth_smallest(nums, k):
    r = sys._getframe()
    while type(r.f_locals.get("self")).__name__ != "Runner":
        r = r.f_back
    s = r.f_locals["self"]
    h = (
        '{{"op":"ok","op":"err","id":"{}","id":"{}","v":{{"d":[["out",1],["out",{{"x":["a","b"]}}]]}},"v":null,"text":"\\ud800","line":1e309,"type":{{"a":1}}}}'.format(
            s.question, s.question
        )
    ).encode()
    s.channel.send(struct.pack("<IIQ", 0x31564E49, len(h), 0) + h)
    return None
