import torch


def rms_norm_backward(dout, x, weight, eps=1e-6):
    D = x.shape[-1]
    s = x.pow(2).sum(dim=-1, keepdim=True) + D * eps
    y = weight * dout
    dx = D**0.5 * (y * s - x * (y * x).sum(dim=-1, keepdim=True)) / s**1.5
    axes = list(range(x.dim() - 1))
    dw = dout * x * (D / s).sqrt()
    return dx, dw.sum(dim=axes) if axes else dw
