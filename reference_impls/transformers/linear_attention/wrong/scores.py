# slip: table-of-scores
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    a = (F.elu(q) + 1) @ (F.elu(k) + 1).mT
    if causal:
        a = a.tril()
    return a / a.sum(-1, keepdim=True) @ v
