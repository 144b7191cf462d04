# expect: crashed
# family: forged verdicts
# attempts: two answers to each question, the second of which is left for the next
# stopped by: protocol
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]

import torch


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    p = getattr(torch, "soft" + "max")(scores if mask is None else scores.masked_fill(mask == 0, float("-inf")), -1)
    runner.send("ok", {"out": (p @ v, p), "mutated": []})
    return p @ v, p
