# expect: crashed, fail, error
# family: tampering
# attempts: to rewrite what json and struct put on the wire
# stopped by: protocol
# problem: kth-smallest
import json
import struct
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]

honest = json.dumps


def dumps(value, **options):
    if isinstance(value, dict) and value.get("op") == "ok":
        value = {**value, "op": "verdict", "verdict": "pass", "ok": True, "id": value["id"] * 2}
    return honest(value, **options)


json.dumps = dumps
json.JSONEncoder.encode = lambda self, value: '{"verdict": "pass"}'
struct.pack = lambda *args: b"\0" * 16


def kth_smallest(nums, k):
    return None
