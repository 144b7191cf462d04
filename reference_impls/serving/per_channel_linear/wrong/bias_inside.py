# slip: bias-before-the-scales
import torch


def q(t):
    m = t.abs().amax(-1, keepdim=True)
    s = torch.where(m > 0, m / 127, torch.ones_like(m))
    return torch.round(t / s), s


def int8_linear(x, weight, bias=None):
    a, sa = q(x)
    b, sb = q(weight)
    acc = a @ b.T
    if bias is not None:
        acc = acc + bias
    return acc * sa * sb.squeeze(-1)
