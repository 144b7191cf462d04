# slip: vector-summed-too
import torch

def rms_norm_backward(dout, x, weight, eps=1e-6):
    rstd = (x.pow(2).mean(-1, keepdim=True) + eps).pow(-0.5)
    h = x * rstd
    wd = weight * dout
    dx = (wd - h * (wd * h).mean(-1, keepdim=True)) * rstd
    dweight = dout * h
    dweight = dweight.sum(0)
    while dweight.dim() > 1:
        dweight = dweight.sum(0)
    return dx, dweight
