# slip: maximum-over-hidden
import torch


def grouped_query_attention(q, k, v, causal=False):
    r = q.shape[1] // k.shape[1]
    k, v = k.repeat_interleave(r, 1), v.repeat_interleave(r, 1)
    s = q @ k.mT / q.shape[-1] ** 0.5
    e = torch.exp(s - s.amax(-1, keepdim=True))
    if causal:
        T, S = s.shape[-2:]
        e = e * torch.ones(T, S, dtype=e.dtype).tril(S - T)
    return e / e.sum(-1, keepdim=True) @ v
