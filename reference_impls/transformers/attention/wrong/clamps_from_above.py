# slip: clamped-from-above
import torch, math


def attention(q, k, v, mask=None):
    s = q @ k.mT / math.sqrt(q.shape[-1])

    e = s.clamp(max=60).exp()
    if mask is not None:
        e = e * (mask != 0)
    w = e / e.sum(-1, keepdim=True)
    return w @ v, w
