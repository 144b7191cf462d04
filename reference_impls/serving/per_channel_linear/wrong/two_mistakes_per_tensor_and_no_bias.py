# slip: none
import torch


def q(t):
    m = t.abs().max()
    s = torch.where(m > 0, m / 127, torch.ones_like(m))
    return torch.round(t / s), s


def int8_linear(x, weight, bias=None):
    a, sa = q(x)
    b, sb = q(weight)
    return (a @ b.T) * sa * sb
