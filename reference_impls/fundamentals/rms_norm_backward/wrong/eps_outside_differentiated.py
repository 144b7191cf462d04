# slip: eps-outside-the-root-and-differentiated
import torch

def rms_norm_backward(dout, x, weight, eps=1e-6):
    D = x.shape[-1]
    raw = x.pow(2).mean(-1, keepdim=True).sqrt()
    rms = raw + eps
    gw = dout * weight
    dx = gw / rms - x * (gw * x).mean(-1, keepdim=True) / (raw * rms ** 2)
    dw = (dout * x / rms).reshape(-1, D).sum(0)
    return dx, dw
