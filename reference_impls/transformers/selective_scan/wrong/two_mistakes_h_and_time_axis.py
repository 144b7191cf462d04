# slip: none
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    h = torch.zeros(x.shape[0], *a.shape, dtype=x.dtype)
    ys = []
    for t in range(x.shape[1]):
        h = torch.exp(delta[:, t, :, None] * a) * h + (delta[:, t] * x[:, t])[..., None] * b[:, t, None]
        ys.append((h * c[:, t, None]).sum(-1) + d * x[:, t])
    return torch.stack(ys), h
