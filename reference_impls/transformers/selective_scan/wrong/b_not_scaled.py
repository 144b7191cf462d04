# slip: input-without-delta
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    state = torch.zeros(x.shape[0], x.shape[2], a.shape[1], dtype=x.dtype) if h is None else h
    out = []
    for t in range(x.shape[1]):
        state = torch.exp(delta[:, t, :, None] * a) * state + b[:, t, None] * x[:, t, :, None]
        out.append((state * c[:, t, None]).sum(-1) + d * x[:, t])
    return torch.stack(out, 1), state
