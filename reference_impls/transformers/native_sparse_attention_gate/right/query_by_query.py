import math

import torch


def gated_sparse_attention(q, k, v, gates, block, top_k, window):
    T, d = q.shape

    def path(query, keys, values):
        if len(keys) == 0:
            return torch.zeros(v.shape[1], dtype=v.dtype)
        return torch.softmax(keys @ query / math.sqrt(d), 0) @ values

    rows = []
    for t in range(T):
        done = (t + 1) // block
        pk = [k[j * block : (j + 1) * block].mean(0) for j in range(done)]
        pv = [v[j * block : (j + 1) * block].mean(0) for j in range(done)]
        c = path(q[t], torch.stack(pk), torch.stack(pv)) if done else torch.zeros(v.shape[1], dtype=v.dtype)
        mine = t // block
        order = sorted(range(mine), key=lambda j: -float(q[t] @ pk[j]))[:top_k]
        tokens = [s for j in sorted(order) for s in range(j * block, (j + 1) * block)]
        tokens += list(range(mine * block, t + 1))
        s = path(q[t], k[tokens], v[tokens])
        first = max(0, t - window + 1)
        w = path(q[t], k[first : t + 1], v[first : t + 1])
        rows.append(gates[t, 0] * c + gates[t, 1] * s + gates[t, 2] * w)
    return torch.stack(rows)
