# slip: no-scale
import torch


def grouped_query_attention(q, k, v, causal=False):
    g = q.shape[1] // k.shape[1]
    k, v = (x.unsqueeze(2).expand(-1, -1, g, -1, -1).flatten(1, 2) for x in (k, v))
    w = q @ k.transpose(2, 3)
    if causal:
        T, S = w.shape[-2:]
        w = w + torch.full((T, S), float("-inf"), dtype=w.dtype).triu(S - T + 1)
    return torch.softmax(w, 3) @ v
