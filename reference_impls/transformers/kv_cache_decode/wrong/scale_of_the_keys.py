# slip: scale-by-number-of-keys
import math

import torch


def decode_step(q, k_new, v_new, cache):
    k, v = (k_new, v_new) if cache is None else (torch.cat([c, x], 2) for c, x in zip(cache, (k_new, v_new)))
    (B, H, t, d), S = q.shape, k.shape[2]
    scores = torch.matmul(q, k.transpose(2, 3)) / math.sqrt(S)
    hidden = torch.ones(t, S, dtype=torch.bool).triu(S - t + 1)
    scores = scores.masked_fill(hidden, -math.inf)
    return torch.matmul(scores.softmax(-1), v), (k, v)
