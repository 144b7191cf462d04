# uses: loops over every entry, as slow as honest code is
import math

import torch


def attention(q, k, v, mask=None):
    *lead, T, d = q.shape
    S = k.shape[-2]
    allowed = (
        torch.ones(*lead, T, S, dtype=torch.bool) if mask is None else torch.as_tensor(mask).bool().expand(*lead, T, S)
    )
    rows, weights = [], []
    for q1, k1, v1, m1 in zip(*(x.reshape(-1, *x.shape[-2:]) for x in (q, k, v, allowed))):
        for t in range(T):
            scores = torch.stack([(q1[t] * k1[s]).sum() / math.sqrt(d) for s in range(S)])
            scores = torch.where(m1[t], scores, torch.full_like(scores, -math.inf))
            p = scores.softmax(0)
            weights.append(p)
            rows.append(sum(p[s] * v1[s] for s in range(S)))
    return torch.stack(rows).reshape(*lead, T, -1), torch.stack(weights).reshape(*lead, T, S)
