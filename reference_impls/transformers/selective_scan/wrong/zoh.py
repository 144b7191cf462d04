# slip: exact-hold
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    dA = torch.exp(torch.einsum("btd,dn->btdn", delta, a))
    dBx = (dA - 1) / a * torch.einsum("btn,btd->btdn", b, x)
    h = torch.zeros_like(dA[:, 0]) if h is None else h
    ys = []
    for t in range(x.shape[1]):
        h = dA[:, t] * h + dBx[:, t]
        ys.append(torch.einsum("bdn,bn->bd", h, c[:, t]) + d * x[:, t])
    return torch.stack(ys, 1), h
