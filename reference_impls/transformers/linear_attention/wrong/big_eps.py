# slip: none
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    q, k = F.elu(q) + 1, F.elu(k) + 1
    if causal:
        num = (q.unsqueeze(-2) @ (k.unsqueeze(-1) * v.unsqueeze(-2)).cumsum(-3)).squeeze(-2)
        return num / ((q * k.cumsum(-2)).sum(-1, keepdim=True) + 0.05)
    return q @ (k.mT @ v) / (q @ k.sum(-2, keepdim=True).mT + 0.05)
