# slip: a-as-logarithm
import torch


def selective_scan(x, delta, A_log, b, c, d, h=None):
    a = -torch.exp(A_log)
    state = torch.zeros(x.shape[0], x.shape[2], a.shape[1], dtype=x.dtype) if h is None else h
    out = []
    for t in range(x.shape[1]):
        dt = delta[:, t].unsqueeze(-1)
        state = torch.exp(dt * a) * state + dt * b[:, t].unsqueeze(1) * x[:, t].unsqueeze(-1)
        out.append((state * c[:, t].unsqueeze(1)).sum(-1) + d * x[:, t])
    return torch.stack(out, 1), state
