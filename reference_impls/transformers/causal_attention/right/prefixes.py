import torch


def causal_attention(q, k, v):
    """one query at a time, only the visible prefix"""
    T = q.shape[-2]
    S = k.shape[-2]
    scale = q.shape[-1] ** -0.5
    outs = []
    for t in range(T):
        n = S - T + t + 1
        kk, vv = k[..., :n, :], v[..., :n, :]
        w = torch.softmax((q[..., t : t + 1, :] * scale) @ kk.transpose(-1, -2), dim=-1)
        outs.append(w @ vv)
    return torch.cat(outs, dim=-2)
