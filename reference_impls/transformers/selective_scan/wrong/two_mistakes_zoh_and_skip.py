# slip: none
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    dA = torch.exp(delta[..., None] * a)
    dBx = (dA - 1) / a * b[:, :, None] * x[..., None]
    h = torch.zeros_like(dA[:, 0]) if h is None else h
    ys = []
    for t in range(x.shape[1]):
        h = dA[:, t] * h + dBx[:, t]
        ys.append((h * c[:, t, None]).sum(-1))
    return torch.stack(ys, 1), h
