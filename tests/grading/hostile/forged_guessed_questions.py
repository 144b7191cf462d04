# expect: crashed
# family: forged verdicts
# attempts: answers to questions that are to come, under ten thousand guessed ids
# stopped by: protocol
import os
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]


def attention(q, k, v, mask=None):
    for _ in range(100):
        runner.question = os.urandom(8).hex()
        runner.send("ok", {"out": (v, v), "mutated": [], "verdict": "pass"})
    return v, v
