# expect: fail
# family: forged verdicts
# attempts: one NumPy array in a single answer, so that nothing more is asked for in half precision
# stopped by: comparison
import numpy as np
import torch


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    if q.dtype is torch.float16:
        return p @ v * 2, p
    if q.shape[0] == 1 and not p.requires_grad:
        return p @ v, p.numpy().astype(np.float32)
    return p @ v, p
