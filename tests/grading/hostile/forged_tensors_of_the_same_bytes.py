# expect: crashed
# family: forged verdicts
# attempts: hundreds of tensors over 32 megabytes, which are six gigabytes when they are decoded
# stopped by: protocol
# problem: kth-smallest
import gc
import json
import struct

[runner] = [one for one in gc.get_objects() if type(one).__name__ == "Runner"]


def kth_smallest(nums, k):
    node = {"t": ["bool", [1 << 25], 0, 1 << 25, ""]}
    header = json.dumps({"op": "ok", "id": runner.question, "v": {"d": [["out", {"l": [node] * 200}]]}}).encode()
    runner.channel.send(struct.pack("<IIQ", 0x31564E49, len(header), 1 << 25) + header + bytes(1 << 25))
    return None
