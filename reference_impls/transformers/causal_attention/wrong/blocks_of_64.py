# slip: none
# works in blocks of 64 queries but the mask forgets where the block starts, so later blocks see too few keys
# witness: random input with T = S = 100: wrong from query 64 on
import math
import torch


def causal_attention(q, k, v, block=64):
    T, S = q.shape[-2], k.shape[-2]
    kt = k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    j = torch.arange(S, device=q.device)
    outs = []
    for qb in q.split(block, dim=-2):
        i = torch.arange(qb.shape[-2], device=q.device)[:, None]
        s = (qb @ kt).masked_fill(j > i + (S - T), float("-inf"))
        outs.append(torch.softmax(s, dim=-1) @ v)
    return torch.cat(outs, dim=-2)
