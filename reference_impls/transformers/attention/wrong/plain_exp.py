# slip: no-maximum
import torch


def attention(q, k, v, mask=None):
    s = torch.einsum("bhtd,bhsd->bhts", q, k) / q.shape[-1] ** 0.5
    e = torch.exp(s)
    if mask is not None:
        e = e * (mask != 0)
    a = e / e.sum(-1, keepdim=True)
    return a @ v, a
