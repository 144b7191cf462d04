# slip: zero-row-divides
import torch


def int8_linear(x, weight, bias=None):
    sx = x.abs().amax(-1, keepdim=True) / 127
    sw = weight.abs().amax(-1, keepdim=True) / 127
    y = (torch.round(x / sx) @ torch.round(weight / sw).T) * sx * sw.T[0]
    return y if bias is None else y + bias
