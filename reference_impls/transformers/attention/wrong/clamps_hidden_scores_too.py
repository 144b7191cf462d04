# slip: clamped-with-the-hidden
import torch, math


def attention(q, k, v, mask=None):
    s = q @ k.mT / math.sqrt(q.shape[-1])

    if mask is not None:
        s = s.masked_fill(mask == 0, -1e9)
    w = s.clamp(-30, 30).softmax(-1)
    return w @ v, w
