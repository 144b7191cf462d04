# slip: added-fill-too-small
import torch


def attention(q, k, v, mask=None):
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    if mask is not None:
        s = s + (1 - mask.to(s.dtype)) * -1e4
    w = s.softmax(-1)
    return w @ v, w
