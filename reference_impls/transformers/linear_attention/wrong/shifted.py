# slip: none
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    q, k = F.elu(q) + 1, F.elu(k) + 1
    if causal:
        kv, z = (k.unsqueeze(-1) * v.unsqueeze(-2)).cumsum(-3), k.cumsum(-2)
        kv, z = kv.roll(1, -3), z.roll(1, -2)
        kv[..., 0, :, :], z[..., 0, :] = 0, 0
        return (q.unsqueeze(-2) @ kv).squeeze(-2) / ((q * z).sum(-1, keepdim=True) + 1e-6)
    return q @ (k.mT @ v) / (q @ k.sum(-2, keepdim=True).mT)
