# slip: sum-in-int8
import torch


def q(t):
    m = t.abs().amax(-1, keepdim=True)
    s = torch.where(m > 0, m / 127, torch.ones_like(m))
    return torch.round(t / s).to(torch.int8), s


def int8_linear(x, weight, bias=None):
    a, sa = q(x)
    b, sb = q(weight)
    y = (a @ b.T) * sa * sb.squeeze(-1)
    return y if bias is None else y + bias
