# slip: maximum-over-hidden
import torch


def attention(q, k, v, mask=None):
    s = q @ k.mT / q.shape[-1] ** 0.5
    e = torch.exp(s - s.amax(-1, keepdim=True))
    if mask is not None:
        e = e * mask
    w = e / e.sum(-1, keepdim=True)
    return w @ v, w
