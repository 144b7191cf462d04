import math
import torch


def grouped_query_attention(q, k, v, causal=False):
    Hq, T = q.shape[1], q.shape[2]
    Hkv, S = k.shape[1], k.shape[2]
    outs = []
    for h in range(Hq):
        j = h // (Hq // Hkv)
        s = torch.bmm(q[:, h], k[:, j].transpose(1, 2)) / math.sqrt(q.size(-1))
        if causal:
            pos = torch.arange(T)[:, None] + (S - T)
            s = torch.where(torch.arange(S)[None, :] <= pos, s, torch.full_like(s, -math.inf))
        s = s - s.max(dim=-1, keepdim=True).values
        p = s.exp()
        outs.append(torch.bmm(p / p.sum(-1, keepdim=True), v[:, j]))
    return torch.stack(outs, dim=1)
