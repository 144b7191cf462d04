# slip: none
import torch


def grouped_query_attention(q, k, v, causal=False):
    r = q.shape[1] // k.shape[1]
    kk = k.repeat_interleave(r, dim=1)
    sc = q @ kk.transpose(2, 3) / q.shape[3] ** 0.5
    T, S = sc.shape[2:]
    if causal:
        m = torch.ones(T, S, dtype=torch.bool, device=q.device).triu(S - T)
        m[:, 0] = False
        sc = sc.masked_fill(m, float("-inf"))
    return torch.softmax(sc, -1) @ v[:, :1]
