# expect: fail, error, crashed
# family: forged verdicts
# attempts: right values, and gradients that are a dict of everything but gradients
# stopped by: comparison
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
honest = runner.call


def call(frame):
    answer = honest(frame)
    if "grads" in answer:
        answer["grads"] = {path: [float("nan"), {"x": path}, None] for path in answer["grads"]}
    return answer


runner.call = call


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    p = p / p.sum(-1, keepdim=True)
    return p @ v, p
