# slip: none
import torch


def grouped_query_attention(q, k, v, causal=False):
    """The keys are repeated in place, the values tiled."""
    g = q.shape[1] // k.shape[1]
    k, v = k.repeat_interleave(g, 1), torch.cat([v] * g, dim=1)
    s = q @ k.mT / q.shape[-1] ** 0.5
    if causal:
        T, S = s.shape[-2:]
        s = s.masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ v
