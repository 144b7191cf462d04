# slip: maximum-over-hidden
import torch


def decode_step(q, k_new, v_new, cache):
    k, v = (k_new, v_new) if cache is None else (torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2))
    t, S = q.shape[2], k.shape[2]
    s = q @ k.mT / q.shape[-1] ** 0.5
    e = torch.exp(s - s.amax(-1, keepdim=True)) * torch.ones(t, S, dtype=s.dtype).tril(S - t)
    return e / e.sum(-1, keepdim=True) @ v, (k, v)
