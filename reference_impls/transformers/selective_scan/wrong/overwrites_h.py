# slip: none
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    if h is None:
        h = torch.zeros(x.shape[0], x.shape[2], a.shape[1], dtype=x.dtype)
    out = []
    with torch.no_grad():
        for t in range(x.shape[1]):
            dt = delta[:, t].unsqueeze(-1)
            h.mul_(torch.exp(dt * a)).add_(dt * b[:, t].unsqueeze(1) * x[:, t].unsqueeze(-1))
            out.append((h * c[:, t].unsqueeze(1)).sum(-1) + d * x[:, t])
    return torch.stack(out, 1), h
