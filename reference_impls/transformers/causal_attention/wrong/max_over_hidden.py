# slip: none
from math import sqrt
import torch


def causal_attention(q, k, v):
    def weights():
        s = q @ k.transpose(2, 3) / sqrt(q.shape[3])
        see = torch.tril(torch.ones_like(s), diagonal=s.shape[3] - s.shape[2])
        e = (s.masked_fill(see == 0, torch.finfo(s.dtype).min) - s.amax(3, keepdim=True)).exp() * see
        return e / e.sum(3, keepdim=True)

    return weights() @ v
