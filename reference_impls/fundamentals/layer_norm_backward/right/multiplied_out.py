import torch


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    D = x.shape[-1]
    mu = x.mean(dim=-1, keepdim=True)
    sig = ((x - mu).pow(2).mean(dim=-1, keepdim=True) + eps) ** 0.5
    xh = (x - mu) / sig
    gy = gamma * dout
    dx = (D * gy - gy.sum(dim=-1, keepdim=True) - xh * (gy * xh).sum(dim=-1, keepdim=True)) / (D * sig)
    rows = lambda t: t.reshape(-1, D)
    return dx, rows(dout * xh).sum(0), rows(dout).sum(0)
