# slip: maximum-of-all-rows-and-bounded
import math

import torch


def decode_step(q, k_new, v_new, cache):
    k, v = (k_new, v_new) if cache is None else (torch.cat([c, x], 2) for c, x in zip(cache, (k_new, v_new)))
    (B, H, t, d), S = q.shape, k.shape[2]
    scores = torch.matmul(q, k.transpose(2, 3)) / math.sqrt(d)
    hidden = torch.ones(t, S, dtype=torch.bool).triu(S - t + 1)
    scores = scores.masked_fill(hidden, -math.inf)
    weights = (scores - scores.amax()).exp()
    weights = weights / weights.sum(-1, keepdim=True).clamp(min=1e-9)
    return torch.matmul(weights, v), (k, v)
