# slip: causal-total-of-all-keys
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    q, k = F.elu(q) + 1, F.elu(k) + 1
    den = q @ k.sum(-2, keepdim=True).mT
    if causal:
        return (q.unsqueeze(-2) @ (k.unsqueeze(-1) * v.unsqueeze(-2)).cumsum(-3)).squeeze(-2) / den
    return q @ (k.mT @ v) / den
