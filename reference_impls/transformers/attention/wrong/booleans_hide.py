# slip: booleans-inverted
import torch
def attention(q, k, v, mask=None):
    s = q @ k.mT / q.size(-1) ** 0.5
    if mask is not None:
        blocked = mask if mask.dtype == torch.bool else mask == 0
        s = s.masked_fill(blocked, float('-inf'))
    w = torch.softmax(s, -1)
    return w @ v, w
