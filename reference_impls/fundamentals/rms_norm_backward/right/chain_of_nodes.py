import torch


def rms_norm_backward(dout, x, weight, eps=1e-6):
    D = x.size(-1)
    ms = (x * x).sum(-1, keepdim=True) / D
    inv = (ms + eps) ** -0.5
    dxhat = dout * weight
    dinv = (dxhat * x).sum(-1, keepdim=True)
    dms = dinv * -0.5 * (ms + eps) ** -1.5
    dx = dxhat * inv + dms * 2 * x / D
    dw = dout * x * inv
    while dw.dim() > 1:
        dw = dw.sum(0)
    return dx, dw
