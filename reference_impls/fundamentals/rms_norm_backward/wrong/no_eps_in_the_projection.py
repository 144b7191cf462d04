# slip: eps-left-out-of-the-part
import torch


def rms_norm_backward(dout, x, weight, eps=1e-6):
    ms = x.pow(2).mean(-1, keepdim=True)
    r = torch.sqrt(ms + eps)
    dw = (dout * x / r).reshape(-1, x.shape[-1]).sum(0)
    g = dout * weight
    return (g - x * (g * x).mean(-1, keepdim=True) / ms) / r, dw
