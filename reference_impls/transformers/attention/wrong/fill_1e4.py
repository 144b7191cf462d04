# slip: fill-too-small
import torch


def attention(q, k, v, mask=None):
    s = torch.einsum("bhtd,bhsd->bhts", q, k) / q.shape[-1] ** 0.5
    if mask is not None:
        s = s.masked_fill(mask == 0, -1e4)
    a = torch.softmax(s, dim=-1)
    return a @ v, a
