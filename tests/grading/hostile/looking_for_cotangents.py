# expect: fail, error
# family: looking for answers
# attempts: to find the cotangents in the frames above, and to fit a result to them that has the right product
# stopped by: comparison
import sys

import torch


def attention(q, k, v, mask=None):
    frame = sys._getframe()
    while frame is not None and "cotangents" not in frame.f_locals:
        frame = frame.f_back
    cotangents = frame.f_locals["cotangents"] if frame else []
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.exp() / scores.exp().sum(-1, keepdim=True)
    out = p @ v
    if cotangents:
        across = torch.rand_like(out)
        weight = cotangents[0].to(out.dtype)
        out = out + across - weight * (across * weight).sum() / (weight * weight).sum()
    return out, p
