# expect: crashed, fail, error
# family: tampering
# attempts: a different malformed answer at each question, for the decoder that believes one of them
# stopped by: protocol
import itertools
import json
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]

wire = sys.modules["interview_cli.grading.wire.frames"]
trees = itertools.cycle(
    [
        {"d": [["out", {"t": ["float32", [1], -16, 4, ""]}]]}, {"d": [["out", {"t": ["object", [1], 0, 4, ""]}]]},
        {"d": [["out", {"i": "9" * 4000}]]}, {"d": [["out", {"i": "--5"}]]}, {"d": [["out", {"h": [10**30, "x"]}]]},
        {"d": [["out", {"f": 0}]]}, {"d": [["out", {"t": ["float32", [True, 4], 0, 16, ""]}]]}, {"d": [[{"l": []}, 1]]},
        {"d": [["out", {"u": [float("nan"), {"s": [[], {}]}]}]]}, {"d": [["out", {"i": "٣" * 40}]]}, {"x": [None, None]},
    ]
)  # fmt: skip


def send(op, value=None, **fields):
    header = json.dumps({"op": op, "id": runner.question, "v": next(trees) if op == "ok" and calls else value}).encode()
    runner.channel.send(wire.HEAD.pack(wire.MAGIC, len(header), 16) + header + bytes(16))


runner.send = send
calls = 0


def attention(q, k, v, mask=None):
    global calls
    calls += 1
    return v, v
