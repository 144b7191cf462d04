# slip: reads-before-the-update
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    state = torch.zeros(x.shape[0], x.shape[2], a.shape[1], dtype=x.dtype) if h is None else h
    out = []
    for t in range(x.shape[1]):
        out.append(torch.einsum("bdn,bn->bd", state, c[:, t]) + d * x[:, t])
        dt = delta[:, t].unsqueeze(-1)
        state = torch.exp(dt * a) * state + dt * b[:, t].unsqueeze(1) * x[:, t].unsqueeze(-1)
    return torch.stack(out, 1), state
