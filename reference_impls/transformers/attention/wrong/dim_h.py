# slip: scale-by-number-of-heads
import torch
def attention(q, k, v, mask=None):
    s = torch.einsum('bhtd,bhsd->bhts', q, k) / q.shape[1] ** 0.5
    if mask is not None: s = s.masked_fill(mask == 0, float('-inf'))
    a = s.softmax(-1)
    return a @ v, a
