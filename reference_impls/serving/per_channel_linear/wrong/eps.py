# slip: absolute-smallest-scale
import torch


def q(t):
    s = (t.abs().amax(-1, keepdim=True) / 127).clamp(min=1e-5)
    return torch.round(t / s), s


def int8_linear(x, weight, bias=None):
    a, sa = q(x)
    b, sb = q(weight)
    y = (a @ b.T) * sa * sb.squeeze(-1)
    return y if bias is None else y + bias
