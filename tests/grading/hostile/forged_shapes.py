# expect: crashed
# family: forged verdicts
# attempts: tensors whose shape, offset and bytes contradict each other, overlap, or lie outside
# stopped by: protocol
# problem: kth-smallest
import json
import random
import struct
import sys


def kth_smallest(nums, k):
    r = sys._getframe()
    while type(r.f_locals.get("self")).__name__ != "Runner":
        r = r.f_back
    s = r.f_locals["self"]
    t = random.Random(len(nums)).choice(
        [
            ["float32", [-1], 0, -4, ""],
            ["float32", [1 << 62, 4], 0, 0, ""],
            ["float32", [2], 8, 8, ""],
            ["int64", [1], -16, 8, ""],
            ["bool", [1, True], 0, 1, ""],
            ["float32", [1.0], 0, 4, ""],
            ["complex32", [1], 0, 4, ""],
            ["float32", [], 0, 4, "pgn"],
            ["__class__", [], 0, 1, ""],
        ]
    )
    h = json.dumps({"op": "ok", "id": s.question, "v": {"d": [["out", {"t": t}]]}}).encode()
    s.channel.send(struct.pack("<IIQ", 0x31564E49, len(h), 16) + h + bytes(16))
    return None
