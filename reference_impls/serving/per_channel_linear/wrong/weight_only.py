# slip: x-not-quantized
import torch
import torch.nn.functional as F


def int8_linear(x, weight, bias=None):
    m = weight.abs().amax(-1, keepdim=True)
    s = torch.where(m > 0, m / 127, torch.ones_like(m))
    return F.linear(x, torch.round(weight / s) * s, bias)
