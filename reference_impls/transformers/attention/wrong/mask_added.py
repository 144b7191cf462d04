# slip: mask-added
import torch


def attention(q, k, v, mask=None):
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    if mask is not None:
        s = s + mask
    a = s.softmax(-1)
    return a @ v, a
