import torch
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False, size=4):
    q, k = F.elu(q).add(1), F.elu(k).add(1)
    if not causal:
        return (q @ (k.mT @ v)) / (q @ k.sum(-2, keepdim=True).mT)
    outs, S, z = [], 0, 0
    for s in range(0, q.shape[-2], size):
        a, b, c = (x[..., s : s + size, :] for x in (q, k, v))
        local = (a @ b.mT).tril()
        num, den = local @ c, local.sum(-1, keepdim=True)
        if s:
            num, den = num + a @ S, den + a @ z
        outs.append(num / den)
        S, z = S + b.mT @ c, z + b.sum(-2, keepdim=True).mT
    return torch.cat(outs, -2)
