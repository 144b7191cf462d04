import math

import torch


def kl_divergence(p, q, eps=1e-12):
    C = p.shape[-1]
    out = []
    for a, b in zip(p.reshape(-1, C).tolist(), q.reshape(-1, C).tolist()):
        out.append(sum(x * math.log(x / max(y, eps)) for x, y in zip(a, b) if x > 0))
    return torch.tensor(out, dtype=p.dtype).reshape(p.shape[:-1])
