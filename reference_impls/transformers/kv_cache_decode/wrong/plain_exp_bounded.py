# slip: no-maximum-and-bounded
import torch, math


def decode_step(q, k_new, v_new, cache):
    k, v = k_new, v_new
    if cache is not None:
        k = torch.cat([cache[0], k], 2)
        v = torch.cat([cache[1], v], 2)
    t, n = q.shape[2], k.shape[2]
    s = q @ k.mT / math.sqrt(q.shape[-1])
    vis = torch.ones(t, n, dtype=torch.bool).tril(n - t)

    e = s.masked_fill(~vis, -torch.inf).exp()
    return e / e.sum(-1, keepdim=True).clamp(min=1e-20) @ v, (k, v)
