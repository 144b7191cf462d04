# slip: causal-total-of-all-keys
import torch
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    q, k = F.elu(q) + 1, F.elu(k) + 1
    den = q @ k.sum(-2)[..., None]
    if causal:
        kv = (k[..., None] * v[..., None, :]).cumsum(-3)
        return (q[..., None] * kv).sum(-2) / den
    return q @ (k.mT @ v) / den
