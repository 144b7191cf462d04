# slip: no-maximum-and-bounded
import torch, math


def attention(q, k, v, mask=None):
    s = q @ k.mT / math.sqrt(q.shape[-1])

    if mask is not None:
        s = s.masked_fill(mask == 0, -torch.inf)
    e = s.exp()
    w = e / e.sum(-1, keepdim=True).clamp(min=1e-9)
    return w @ v, w
