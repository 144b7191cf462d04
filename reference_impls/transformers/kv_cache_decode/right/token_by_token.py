import math
import torch


def decode_step(q, k_new, v_new, cache):
    """One new token after the other; there is nothing to mask."""
    outs = []
    k, v = (None, None) if cache is None else cache
    for i in range(q.shape[2]):
        ki, vi = k_new[:, :, i : i + 1], v_new[:, :, i : i + 1]
        k = ki if k is None else torch.cat([k, ki], dim=2)
        v = vi if v is None else torch.cat([v, vi], dim=2)
        s = torch.einsum("bhd,bhsd->bhs", q[:, :, i], k) / math.sqrt(q.shape[-1])
        outs.append(torch.einsum("bhs,bhsd->bhd", torch.softmax(s, dim=-1), v))
    return torch.stack(outs, dim=2), (k, v)
